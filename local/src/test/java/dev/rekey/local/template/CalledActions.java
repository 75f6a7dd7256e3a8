package dev.rekey.local.template;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * What the functions of a runner in this process ask AWS for, in the words of IAM. The SDK finds it
 * by the file {@code execution.interceptors} and runs it in the thread of the call, which bears the
 * name of its function. Thread-safe.
 */
public final class CalledActions implements ExecutionInterceptor {
  private static final Map<String, Collection<String>> CALLED = new ConcurrentHashMap<>();

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    var called =
        CALLED.computeIfAbsent(
            Thread.currentThread().getName(), _ -> new ConcurrentSkipListSet<>());
    called.addAll(actions(context.request()));
  }

  /** What a function has asked for so far, sorted. */
  static List<String> by(String function) {
    return List.copyOf(CALLED.getOrDefault(function, List.of()));
  }

  private static List<String> actions(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> List.of(action("GetItem", get.tableName()));
      case UpdateItemRequest update -> List.of(action("UpdateItem", update.tableName()));
      case DeleteItemRequest delete -> List.of(action("DeleteItem", delete.tableName()));
      case TransactWriteItemsRequest all ->
          all.transactItems().stream().flatMap(CalledActions::parts).toList();
      case GetSecretValueRequest _ -> List.of("secretsmanager:GetSecretValue Keys");
      case DescribeSecretRequest _ -> List.of("secretsmanager:DescribeSecret Keys");
      case PutSecretValueRequest _ -> List.of("secretsmanager:PutSecretValue Keys");
      case UpdateSecretVersionStageRequest _ ->
          List.of("secretsmanager:UpdateSecretVersionStage Keys");
      case SendEmailRequest _ ->
          List.of(
              "ses:SendEmail " + ses("configuration-set/${MailConfigurationSet}"),
              "ses:SendEmail " + ses("identity/${Domain}"),
              "ses:SendEmail " + ses("identity/${MailFrom}"));
      case PublishRequest text when text.phoneNumber() != null ->
          List.of("sns:Publish anything but [arn:${AWS::Partition}:sns:*:*:*]");
      case PublishRequest _ -> List.of("sns:Publish EventsTopicArn");
      default -> List.of("unknown " + request.getClass().getSimpleName());
    };
  }

  /** IAM asks for each write of a transaction as if it stood alone. */
  private static Stream<String> parts(TransactWriteItem item) {
    if (item.update() != null) {
      return Stream.of(action("UpdateItem", item.update().tableName()));
    }
    if (item.conditionCheck() != null) {
      return Stream.of(action("ConditionCheckItem", item.conditionCheck().tableName()));
    }
    return Stream.of("unknown part of a transaction");
  }

  private static String action(String operation, String table) {
    return "dynamodb:" + operation + " " + table + ".Arn";
  }

  private static String ses(String name) {
    return "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:" + name;
  }
}
