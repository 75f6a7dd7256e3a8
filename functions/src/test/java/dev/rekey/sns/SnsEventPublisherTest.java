package dev.rekey.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.rekey.loopback.LoopbackClient;
import dev.rekey.loopback.QueryServer;
import dev.rekey.message.PasswordChanged;
import dev.rekey.message.SendOutcome;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.SnsClient;

class SnsEventPublisherTest {

  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:users";
  private static final PasswordChanged EVENT =
      new PasswordChanged("e-1", "ada \"x\"", Instant.parse("2026-03-04T05:06:07Z"));

  private final QueryServer server = new QueryServer();
  private final SnsClient sns = LoopbackClient.of(SnsClient.builder(), server.endpoint());
  private final SnsEventPublisher publisher = new SnsEventPublisher(sns, Optional.of(TOPIC));

  @AfterEach
  void close() {
    sns.close();
    server.close();
  }

  @Test
  void publishesTheEventAsJson() {
    server.answers(200, PublishAnswer.TAKEN);
    assertThat(publisher.passwordChanged(EVENT)).isEqualTo(new SendOutcome.Sent());
    assertThat(server.calls()).hasSize(1);
    assertThat(server.calls().getFirst())
        .containsOnly(
            entry("Action", "Publish"),
            entry("Version", "2010-03-31"),
            entry("TopicArn", TOPIC),
            entry(
                "Message",
                """
                {"eventName":"user:password-changed","eventId":"e-1",\
                "data":{"userId":"ada \\"x\\"","passwordChangedAt":"2026-03-04T05:06:07Z"}}\
                """));
  }

  @Test
  void withoutATopicNothingIsCalled() {
    assertThat(new SnsEventPublisher(sns, Optional.empty()).passwordChanged(EVENT))
        .isEqualTo(new SendOutcome.Sent());
    assertThat(server.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "404, NotFound",
    "400, InvalidParameter",
    "403, AuthorizationError",
    "400, KMSNotFound"
  })
  void aTopicThatCannotBeToldIsRefused(int status, String code) {
    server.refuses(status, code, "no");
    assertThat(publisher.passwordChanged(EVENT)).isEqualTo(new SendOutcome.Refused(code));
  }

  @ParameterizedTest
  @CsvSource({"429, Throttled", "500, InternalError"})
  void whatPassesIsFailing(int status, String code) {
    server.refuses(status, code, "no");
    assertThat(publisher.passwordChanged(EVENT)).isEqualTo(new SendOutcome.Failing(code));
  }

  @Test
  void anEventHasIds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PasswordChanged("", "ada", EVENT.at()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PasswordChanged("e-1", " ", EVENT.at()));
  }
}
