package dev.rekey.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.rekey.address.Channel;
import dev.rekey.loopback.LoopbackClient;
import dev.rekey.loopback.QueryServer;
import dev.rekey.message.SendOutcome;
import dev.rekey.message.TeamEvent;
import dev.rekey.message.TeamEvent.PasswordChanged;
import dev.rekey.message.TeamEvent.RecoveryAbuse;
import dev.rekey.message.TeamEvent.RecoveryShut;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.SnsClient;

/** docs/events.md; its examples and its schema are held by a test of the local module. */
class SnsEventPublisherTest {

  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:users";
  private static final Instant MOMENT = Instant.parse("2026-03-04T05:06:07Z");
  private static final TeamEvent EVENT = new PasswordChanged("e-1", "ada \"x\"", MOMENT);
  private static final LocalDate DAY = LocalDate.parse("2026-03-04");

  private final QueryServer server = new QueryServer();
  private final SnsClient sns = LoopbackClient.of(SnsClient.builder(), server.endpoint());
  private final SnsEventPublisher publisher = new SnsEventPublisher(sns, TOPIC);

  @AfterEach
  void close() {
    sns.close();
    server.close();
  }

  @Test
  void publishesTheEventAsJsonAndItsNameBeside() {
    server.answers(200, PublishAnswer.TAKEN);
    assertThat(publisher.publish(EVENT)).isEqualTo(new SendOutcome.Sent());
    assertThat(server.calls()).hasSize(1);
    assertThat(server.calls().getFirst())
        .containsOnly(
            entry("Action", "Publish"),
            entry("Version", "2010-03-31"),
            entry("TopicArn", TOPIC),
            entry("MessageAttributes.entry.1.Name", "eventName"),
            entry("MessageAttributes.entry.1.Value.DataType", "String"),
            entry("MessageAttributes.entry.1.Value.StringValue", "user:password-changed"),
            entry(
                "Message",
                """
                {"eventName":"user:password-changed","eventId":"e-1","version":1,\
                "data":{"userId":"ada \\"x\\"","passwordChangedAt":"2026-03-04T05:06:07Z"}}\
                """));
  }

  @Test
  void idsAreTheSameForTheSameEventAlone() {
    var shut = new RecoveryShut("ada", "subject", Channel.SMS, MOMENT);
    assertThat(shut.id()).isEqualTo(new RecoveryShut("ada", "subject", Channel.SMS, MOMENT).id());
    assertThat(new RecoveryShut("ada", "other", Channel.SMS, MOMENT).id()).isNotEqualTo(shut.id());
    assertThat(new RecoveryShut("ada", "subject", Channel.SMS, MOMENT.plusMillis(1)).id())
        .isNotEqualTo(shut.id());
    var abuse = new RecoveryAbuse("CAP", "CN", DAY);
    assertThat(abuse.id()).isEqualTo(new RecoveryAbuse("CAP", "CN", DAY).id());
    assertThat(new RecoveryAbuse("CAP", "GB", DAY).id()).isNotEqualTo(abuse.id());
    assertThat(new RecoveryAbuse("PAC", "CN", DAY).id()).isNotEqualTo(abuse.id());
    assertThat(new RecoveryAbuse("CAP", "CN", DAY.plusDays(1)).id()).isNotEqualTo(abuse.id());
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
    assertThat(publisher.publish(EVENT)).isEqualTo(new SendOutcome.Refused(code));
  }

  @ParameterizedTest
  @CsvSource({"429, Throttled", "500, InternalError", "400, KMSThrottling"})
  void whatPassesIsFailing(int status, String code) {
    server.refuses(status, code, "no");
    assertThat(publisher.publish(EVENT)).isEqualTo(new SendOutcome.Failing(code));
  }

  @Test
  void anEventHasNames() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PasswordChanged("", "ada", MOMENT));
    assertThatIllegalArgumentException().isThrownBy(() -> new PasswordChanged("e-1", " ", MOMENT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecoveryShut("ada", "", Channel.SMS, MOMENT));
    assertThatIllegalArgumentException().isThrownBy(() -> new RecoveryAbuse("", "CN", DAY));
  }
}
