package dev.rekey.local.cli;

import dev.rekey.local.cli.preflight.Environment;
import dev.rekey.local.cli.stack.Aws;
import dev.rekey.local.cli.stack.Complaint;
import dev.rekey.local.cli.stack.Faults;
import dev.rekey.local.cli.stack.Plain;
import dev.rekey.local.wire.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** What to paste once a stack is deployed. */
@Command(
    name = "try",
    description = "Print the call to try a deployed stack with, out of its outputs.")
final class TryCommand implements Callable<Integer> {
  private final Rekey rekey;

  @Mixin private EnvironmentOption environment = new EnvironmentOption();

  TryCommand(Rekey rekey) {
    this.rekey = rekey;
  }

  @Override
  public Integer call() {
    var chosen = environment.read();
    try (var aws = rekey.account(chosen)) {
      var stack = describe(aws, chosen);
      String host = host(stack);
      String app = app(stack);
      String doctor =
          "local/bin/rekey doctor --stack %s --region %s"
              .formatted(stack.stackName(), aws.region().id());
      if (rekey.json()) {
        var json = Json.object().put("appHost", host).put("appId", app);
        rekey.out().println(Json.text(json.put("curl", curl(host, app)).put("doctor", doctor)));
      } else {
        rekey.out().print(text(host, curl(host, app), doctor));
      }
      return ExitCode.OK;
    }
  }

  private static Stack describe(Aws aws, Environment environment) {
    try {
      return aws.client(CloudFormationClient.builder())
          .describeStacks(it -> it.stackName(environment.stack()))
          .stacks()
          .getFirst();
    } catch (AwsServiceException refused) {
      throw new Complaint(
          "the stack '%s' in %s cannot be read (%s): deploy it, and see that you may"
                  .formatted(environment.stack(), aws.region().id(), Faults.reason(refused))
              + " cloudformation:DescribeStacks",
          refused);
    }
  }

  private static String host(Stack stack) {
    return stack.outputs().stream()
        .filter(it -> "AppHost".equals(it.outputKey()))
        .map(Output::outputValue)
        .map(Plain::text)
        .findFirst()
        .orElseThrow(() ->
            new Complaint(
                "the stack '%s' is %s and has no output AppHost: see its events"
                    .formatted(stack.stackName(), stack.stackStatusAsString())));
  }

  /** The first of the apps, without the digest of its secret. */
  private static String app(Stack stack) {
    return stack.parameters().stream()
        .filter(it -> "Apps".equals(it.parameterKey()))
        .map(Parameter::parameterValue)
        .map(apps -> Plain.text(apps.split("[,:]", 2)[0]))
        .findFirst()
        .orElse("your-app-id");
  }

  private static String curl(String host, String app) {
    return """
    curl -s %s/api/v3/send-email \\
      -H 'content-type: application/json' -H 'x-authing-app-id: %s' -H 'x-authing-lang: en-US' \\
      -d '{"email":"ada@example.com","channel":"CHANNEL_RESET_PASSWORD"}'; echo
    """
        .formatted(host, app);
  }

  private static String text(String host, String curl, String doctor) {
    return """

    The host for the SDKs is %s

    Ask for a passcode. Put an address in place of Ada's: the answer is the same for every one, and
    a mail comes to those that have an account.

    %s
    See that everything is in order:

    %s
    """
        .formatted(host, curl, doctor);
  }
}
