package dev.rekey.local.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What AWS answers of a stack in which everything is in order. */
final class InOrder {
  private static final String RESOURCE =
      "<member><LogicalResourceId>%s</LogicalResourceId><PhysicalResourceId>%s</PhysicalResourceId>"
          + "<ResourceType>%s</ResourceType></member>";

  private static final String OUTPUTS =
      "<member><OutputKey>AppHost</OutputKey>"
          + "<OutputValue>https://api.example.com/prod</OutputValue></member>";

  private InOrder() {}

  static Map<String, String> answers() {
    var answers = new HashMap<String, String>();
    answers.put("ListStackResources", resources(everything()));
    answers.put("DescribeStacks", stack("UPDATE_COMPLETE"));
    answers.put(
        "GetCallerIdentity",
        "<Arn>arn:aws:iam::123456789012:user/op</Arn><Account>123456789012</Account>");
    answers.put(
        "DescribeTable",
        "{\"Table\":{\"TableName\":\"rekey-Resets\",\"TableStatus\":\"ACTIVE\","
            + "\"DeletionProtectionEnabled\":true,\"StreamSpecification\":"
            + "{\"StreamEnabled\":true,\"StreamViewType\":\"NEW_AND_OLD_IMAGES\"}}}");
    answers.put(
        "DescribeContinuousBackups",
        "{\"ContinuousBackupsDescription\":{\"ContinuousBackupsStatus\":\"ENABLED\","
            + "\"PointInTimeRecoveryDescription\":{\"PointInTimeRecoveryStatus\":\"ENABLED\"}}}");
    answers.put(
        "DescribeTimeToLive",
        "{\"TimeToLiveDescription\":{\"TimeToLiveStatus\":\"ENABLED\",\"AttributeName\":\"ttl\"}}");
    answers.put(
        "ListEventSourceMappings",
        "{\"EventSourceMappings\":[{\"State\":\"Enabled\",\"LastProcessingResult\":\"OK\"}]}");
    answers.put("Invoke", "{\"subject\":\"g6eVwrRyeAgMh6S7\",\"known\":false}");
    answers.put(
        "DescribeSecret",
        "{\"Name\":\"rekey/keys\",\"VersionIdsToStages\":{\"v\":[\"AWSCURRENT\"]}}");
    answers.put("GetEmailIdentity", "{\"VerifiedForSendingStatus\":true}");
    answers.put(
        "GetAccount",
        "{\"SendingEnabled\":true,\"ProductionAccessEnabled\":true,"
            + "\"EnforcementStatus\":\"HEALTHY\"}");
    answers.put("GetSMSAttributes", spendLimit("50"));
    answers.put("GetSMSSandboxAccountStatus", "<IsInSandbox>false</IsInSandbox>");
    answers.put("GetAccountSettings", concurrency(1000, 1000));
    answers.put("GetConfigurationSet", "{}");
    answers.put("GetTopicAttributes", "<Attributes/>");
    answers.put("FilterLogEvents", "{\"events\":[]}");
    return answers;
  }

  static String everything() {
    return function("Operate", StackUnderTest.OPERATE)
        + function("DeliverMail", StackUnderTest.DELIVER)
        + function("DeliverSms", "rekey-DeliverSms-5E6F")
        + RESOURCE.formatted("Resets", "rekey-Resets", "AWS::DynamoDB::Table")
        + RESOURCE.formatted("Accounts", "rekey-Accounts", "AWS::DynamoDB::Table")
        + RESOURCE.formatted("Keys", "arn:keys", "AWS::SecretsManager::Secret")
        + RESOURCE.formatted("Audit", StackUnderTest.AUDIT, "AWS::Logs::LogGroup");
  }

  static String function(String name, String physical) {
    return RESOURCE.formatted(name, physical, "AWS::Lambda::Function");
  }

  static String resources(String members) {
    return "<StackResourceSummaries>" + members + "</StackResourceSummaries>";
  }

  static String stack(String status) {
    return stack(status, Map.of("MailFrom", "no-reply@example.com"));
  }

  static String stack(String status, Map<String, String> parameters) {
    var told =
        parameters.entrySet().stream()
            .map(it ->
                "<member><ParameterKey>%s</ParameterKey><ParameterValue>%s</ParameterValue></member>"
                    .formatted(it.getKey(), it.getValue()))
            .collect(Collectors.joining());
    return ("<Stacks><member><StackName>rekey</StackName><StackStatus>%s</StackStatus>"
            + "<Parameters>%s</Parameters><Outputs>%s</Outputs></member></Stacks>")
        .formatted(status, told, OUTPUTS);
  }

  /** What Lambda may run at once, and what of it no function has reserved. */
  static String concurrency(int all, int unreserved) {
    return "{\"AccountLimit\":{\"ConcurrentExecutions\":%d,\"UnreservedConcurrentExecutions\":%d}}"
        .formatted(all, unreserved);
  }

  static String spendLimit(String dollars) {
    return "<attributes><entry><key>MonthlySpendLimit</key><value>"
        + dollars
        + "</value></entry></attributes>";
  }
}
