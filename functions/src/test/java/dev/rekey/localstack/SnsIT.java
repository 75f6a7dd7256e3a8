package dev.rekey.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.PhoneNumber;
import dev.rekey.message.SendOutcome;
import dev.rekey.message.TeamEvent.PasswordChanged;
import dev.rekey.sns.SnsEventPublisher;
import dev.rekey.sns.SnsSmsSender;
import dev.rekey.testing.LocalStack;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;

class SnsIT {
  private static final PasswordChanged EVENT =
      new PasswordChanged("event", "account", Instant.parse("2026-01-01T00:00:00Z"));

  private final SnsClient sns = LocalStack.client(SnsClient.builder());

  @AfterEach
  void close() {
    sns.close();
  }

  @Test
  void aTextArrivesWithItsTypeAndSender() {
    var number = PhoneNumber.parse("+447912345678", Optional.empty(), "CN").orElseThrow();

    assertThat(new SnsSmsSender(sns, Optional.of("Rekey")).send(number, "验证码 628194"))
        .isEqualTo(new SendOutcome.Sent());

    assertThat(Kept.texts("+447912345678"))
        .singleElement()
        .satisfies(text -> {
          assertThat(text.path("Message").asString()).isEqualTo("验证码 628194");
          var attributes = text.path("MessageAttributes");
          assertThat(Set.copyOf(attributes.propertyNames()))
              .isEqualTo(Set.of("AWS.SNS.SMS.SMSType", "AWS.SNS.SMS.SenderID"));
          assertThat(attributes.path("AWS.SNS.SMS.SMSType").path("StringValue").asString())
              .isEqualTo("Transactional");
        });
  }

  @Test
  void aTopicTakesAnEvent() {
    var topic = sns.createTopic(request -> request.name("events")).topicArn();

    assertThat(new SnsEventPublisher(sns, topic).publish(EVENT)).isEqualTo(new SendOutcome.Sent());
  }

  @Test
  void aTopicThatIsGoneIsRefusedForGood() {
    var topic = sns.createTopic(request -> request.name("gone")).topicArn();
    sns.deleteTopic(request -> request.topicArn(topic));

    assertThat(new SnsEventPublisher(sns, topic).publish(EVENT))
        .isEqualTo(new SendOutcome.Refused("NotFound"));
  }
}
