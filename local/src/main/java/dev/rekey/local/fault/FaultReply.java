package dev.rekey.local.fault;

import dev.rekey.local.wire.Reply;

/** How each service words a failure, so that the SDK reads it as it would read the real one. */
public final class FaultReply {
  private static final String MESSAGE = "A fault that was asked for.";

  private FaultReply() {}

  /** The error of a service for a status. */
  public static Reply of(End end, int status) {
    return switch (end) {
      case DYNAMODB -> Reply.of(status, "application/x-amz-json-1.0", json(dynamoCode(status)));
      case SECRETSMANAGER ->
          Reply.of(
              status,
              "application/x-amz-json-1.1",
              json(status >= 500 ? "InternalServiceError" : clientCode(status)));
      case SES -> xml("http://ses.amazonaws.com/doc/2010-12-01/", status, "MessageRejected");
      case SNS -> xml("http://sns.amazonaws.com/doc/2010-03-31/", status, "InvalidParameter");
    };
  }

  private static String dynamoCode(int status) {
    if (status >= 500) {
      return "com.amazonaws.dynamodb.v20120810#InternalServerError";
    }
    return status == 400 || status == 429
        ? "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"
        : "com.amazon.coral.service#" + clientCode(status);
  }

  private static String clientCode(int status) {
    return switch (status) {
      case 403 -> "AccessDeniedException";
      case 429 -> "ThrottlingException";
      default -> "InvalidRequestException";
    };
  }

  private static String json(String code) {
    return "{\"__type\":\"" + code + "\",\"message\":\"" + MESSAGE + "\"}";
  }

  private static Reply xml(String namespace, int status, String refusal) {
    var code =
        switch (status) {
          case 403 -> "AccessDenied";
          case 429 -> "Throttling";
          default -> status >= 500 ? "ServiceUnavailable" : refusal;
        };
    return Reply.of(
        status,
        "text/xml",
        "<ErrorResponse xmlns=\"%s\"><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>fault</RequestId></ErrorResponse>"
            .formatted(namespace, status >= 500 ? "Receiver" : "Sender", code, MESSAGE));
  }
}
