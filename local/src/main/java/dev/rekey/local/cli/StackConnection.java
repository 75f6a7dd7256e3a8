package dev.rekey.local.cli;

import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.doctor.Doctor;
import dev.rekey.local.cli.stack.Aws;
import dev.rekey.local.cli.stack.Complaint;
import dev.rekey.local.cli.stack.Faults;
import dev.rekey.local.cli.stack.Stack;
import dev.rekey.local.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.lambda.LambdaClient;
import tools.jackson.databind.node.ObjectNode;

/** A stack in an AWS account: Operate by Lambda's Invoke, the audit by CloudWatch Logs. */
final class StackConnection implements Connection {
  private final Aws aws;
  private final String name;

  private StackConnection(Aws aws, String name) {
    this.aws = aws;
    this.name = name;
  }

  static StackConnection open(String stack, Optional<String> region, Optional<String> profile) {
    return new StackConnection(new Aws(region, profile), stack);
  }

  private Stack stack() {
    return Stack.read(aws.client(CloudFormationClient.builder()), name, aws.region().id());
  }

  @Override
  public ObjectNode operate(String operation, String address) {
    var stack = stack();
    String function = stack.function("Operate").orElseThrow();
    var event = Json.object().put("operation", operation).put("address", address);
    var payload = SdkBytes.fromByteArray(Json.bytes(event));
    try {
      var answer =
          aws.client(LambdaClient.builder())
              .invoke(it -> it.functionName(function).payload(payload));
      if (answer.functionError() != null) {
        throw new Complaint(
            "%s failed (%s): the log group %s says why"
                .formatted(function, answer.functionError(), stack.auditLog()));
      }
      return OperateAnswer.read(answer.payload().asUtf8String(), function);
    } catch (AwsServiceException refused) {
      throw new Complaint(
          "%s cannot be invoked (%s): see that you may lambda:InvokeFunction on it"
              .formatted(function, Faults.reason(refused)),
          refused);
    }
  }

  @Override
  public List<ObjectNode> audit(Clue clue, String value, Duration back) {
    var logs = aws.client(CloudWatchLogsClient.builder());
    var since = Instant.now().minus(back);
    String group = stack().auditLog();
    try {
      return logs
          .filterLogEventsPaginator(it ->
              it.logGroupName(group)
                  .filterPattern(clue.filter(value))
                  .startTime(since.toEpochMilli()))
          .events()
          .stream()
          .map(FilteredLogEvent::message)
          .map(Json::readObject)
          .sorted(Comparator.comparing(line -> line.path("at").asString("")))
          .toList();
    } catch (AwsServiceException refused) {
      throw new Complaint(
          "the log group %s cannot be read (%s): see that you may logs:FilterLogEvents on it"
              .formatted(group, Faults.reason(refused)),
          refused);
    }
  }

  @Override
  public List<Finding> examine() {
    return new Doctor(aws, this::stack, name).examine();
  }

  @Override
  public void close() {
    aws.close();
  }
}
