package dev.rekey.sns;

import dev.rekey.aws.FaultOutcome;
import dev.rekey.json.Json;
import dev.rekey.message.EventPublisher;
import dev.rekey.message.SendOutcome;
import dev.rekey.message.TeamEvent;
import dev.rekey.message.TeamEvent.PasswordChanged;
import dev.rekey.message.TeamEvent.RecoveryAbuse;
import dev.rekey.message.TeamEvent.RecoveryShut;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Publishes events to an SNS topic as JSON of the form that docs/events.schema.json gives, with
 * their name as an attribute too, so that a subscription can filter by it. Safe for use by many
 * threads.
 */
public final class SnsEventPublisher implements EventPublisher {

  /** Raised when something is taken away or changes its meaning; additions leave it. */
  private static final int VERSION = 1;

  private static final String NAME = "eventName";

  private final JsonMapper json = Json.MAPPER;
  private final SnsClient sns;
  private final String topicArn;

  /**
   * Publishes to one topic.
   *
   * @param topicArn a standard topic: a FIFO one wants more than this sends
   */
  public SnsEventPublisher(SnsClient sns, String topicArn) {
    this.sns = sns;
    this.topicArn = topicArn;
  }

  @Override
  public SendOutcome publish(TeamEvent event) {
    var name = MessageAttributeValue.builder().dataType("String").stringValue(name(event)).build();
    String body = json.writeValueAsString(body(event));
    try {
      sns.publish(it -> it.topicArn(topicArn).message(body).messageAttributes(Map.of(NAME, name)));
      return new SendOutcome.Sent();
    } catch (SdkException fault) {
      return FaultOutcome.of(fault);
    }
  }

  private static String name(TeamEvent event) {
    return switch (event) {
      case PasswordChanged _ -> "user:password-changed";
      case RecoveryShut _ -> "recovery:shut";
      case RecoveryAbuse _ -> "recovery:abuse";
    };
  }

  private ObjectNode body(TeamEvent event) {
    var body = json.createObjectNode();
    body.put(NAME, name(event)).put("eventId", event.id()).put("version", VERSION);
    var data = body.putObject("data");
    switch (event) {
      case PasswordChanged it ->
          data.put("userId", it.accountId()).put("passwordChangedAt", it.at().toString());
      case RecoveryShut it ->
          data.put("userId", it.accountId())
              .put("subject", it.subject())
              .put("channel", it.channel().name().toLowerCase(Locale.ROOT))
              .put("shutAt", it.at().toString());
      case RecoveryAbuse it ->
          data.put("reason", it.reason())
              .put("country", it.country())
              .put("day", it.day().toString());
    }
    return body;
  }
}
