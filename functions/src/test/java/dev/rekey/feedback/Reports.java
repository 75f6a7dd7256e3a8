package dev.rekey.feedback;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Messages and events as SES and SNS write them. */
public final class Reports {
  public static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:feedback";
  static final String AT = "2026-06-01T11:59:00.250Z";
  private static final JsonMapper JSON = JsonMapper.shared();

  private Reports() {}

  public static String bounceAt(String at, String type, String subType, String... recipients) {
    return JSON.writeValueAsString(
        Map.of(
            "eventType",
            "Bounce",
            "mail",
            mail(recipients),
            "bounce",
            Map.of(
                "bounceType",
                type,
                "bounceSubType",
                subType,
                "timestamp",
                at,
                "bouncedRecipients",
                objects(recipients))));
  }

  static String bounce(String type, String subType, String... recipients) {
    return bounceAt(AT, type, subType, recipients);
  }

  static String complaint(String feedbackType, String... recipients) {
    return JSON.writeValueAsString(
        Map.of(
            "eventType",
            "Complaint",
            "mail",
            mail(recipients),
            "complaint",
            Map.of(
                "complaintFeedbackType",
                feedbackType,
                "timestamp",
                AT,
                "complainedRecipients",
                objects(recipients))));
  }

  static String reject(String... recipients) {
    return JSON.writeValueAsString(
        Map.of(
            "eventType",
            "Reject",
            "mail",
            mail(recipients),
            "reject",
            Map.of("reason", "Bad content")));
  }

  private static Map<String, Object> mail(String... recipients) {
    return Map.of("timestamp", AT, "destination", recipients);
  }

  private static List<Map<String, String>> objects(String... recipients) {
    return Arrays.stream(recipients)
        .map(it -> Map.of("emailAddress", it, "status", "5.1.1"))
        .toList();
  }

  /** An event of these messages of one topic. */
  public static String event(String topic, String... messages) {
    return Arrays.stream(messages)
        .map(message -> record("aws:sns", topic, message))
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }

  static String record(String source, String topic, String message) {
    return JSON.writeValueAsString(
        Map.of("EventSource", source, "Sns", Map.of("TopicArn", topic, "Message", message)));
  }
}
