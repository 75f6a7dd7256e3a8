package dev.rekey.sns;

import dev.rekey.aws.FaultOutcome;
import dev.rekey.json.Json;
import dev.rekey.message.EventPublisher;
import dev.rekey.message.PasswordChanged;
import dev.rekey.message.SendOutcome;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Publishes events to an SNS topic as JSON. Contract section 7. Safe for use by many threads. */
public final class SnsEventPublisher implements EventPublisher {

  private final JsonMapper json = Json.MAPPER;
  private final SnsClient sns;
  private final Optional<String> topicArn;

  /**
   * @param topicArn the standard topic; without one nobody listens and every event counts as sent
   */
  public SnsEventPublisher(SnsClient sns, Optional<String> topicArn) {
    this.sns = sns;
    this.topicArn = topicArn;
  }

  @Override
  public SendOutcome passwordChanged(PasswordChanged event) {
    return topicArn.map(topic -> publish(topic, body(event))).orElseGet(SendOutcome.Sent::new);
  }

  private SendOutcome publish(String topic, String body) {
    try {
      sns.publish(message -> message.topicArn(topic).message(body));
      return new SendOutcome.Sent();
    } catch (SdkException fault) {
      return FaultOutcome.of(fault);
    }
  }

  private String body(PasswordChanged event) {
    ObjectNode body = json.createObjectNode();
    body.put("eventName", "user:password-changed");
    body.put("eventId", event.eventId());
    body.putObject("data")
        .put("userId", event.accountId())
        .put("passwordChangedAt", event.at().toString());
    return json.writeValueAsString(body);
  }
}
