package dev.rekey.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.rekey.address.PhoneNumber;
import dev.rekey.loopback.LoopbackClient;
import dev.rekey.loopback.QueryServer;
import dev.rekey.message.SendOutcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.SnsClient;

class SnsSmsSenderTest {

  private static final PhoneNumber ADA = new PhoneNumber("+447912345678", "GB");
  private static final String TEXT = "【Harbour】验证码 123456";

  private final QueryServer server = new QueryServer();
  private final SnsClient sns = LoopbackClient.of(SnsClient.builder(), server.endpoint());
  private final SnsSmsSender sender = new SnsSmsSender(sns, Optional.empty());

  @AfterEach
  void close() {
    sns.close();
    server.close();
  }

  @Test
  void sendsOneTransactionalText() {
    server.answers(200, PublishAnswer.TAKEN);
    assertThat(sender.send(ADA, TEXT)).isEqualTo(new SendOutcome.Sent());
    assertThat(server.calls()).hasSize(1);
    assertThat(server.calls().getFirst())
        .containsOnly(
            entry("Action", "Publish"),
            entry("Version", "2010-03-31"),
            entry("PhoneNumber", "+447912345678"),
            entry("Message", TEXT),
            entry("MessageAttributes.entry.1.Name", "AWS.SNS.SMS.SMSType"),
            entry("MessageAttributes.entry.1.Value.DataType", "String"),
            entry("MessageAttributes.entry.1.Value.StringValue", "Transactional"));
  }

  @Test
  void namesTheSenderId() {
    server.answers(200, PublishAnswer.TAKEN);
    new SnsSmsSender(sns, Optional.of("Harbour-1")).send(ADA, TEXT);
    assertThat(server.calls().getFirst())
        .hasSize(10)
        .containsValues(
            "AWS.SNS.SMS.SenderID", "Harbour-1", "AWS.SNS.SMS.SMSType", "Transactional");
  }

  @ParameterizedTest
  @CsvSource({
    "400, OptedOut",
    "400, InvalidParameter",
    "400, ParameterValueInvalid",
    "403, AuthorizationError",
    "403, InvalidClientTokenId",
    "400, UserError"
  })
  void whatWouldBeTheSameTheNextTimeIsRefused(int status, String code) {
    server.refuses(status, code, "Invalid parameter: PhoneNumber +447912345678");
    assertThat(sender.send(ADA, TEXT)).isEqualTo(new SendOutcome.Refused(code));
  }

  @ParameterizedTest
  @CsvSource({
    "400, Throttling",
    "429, Throttled",
    "500, InternalError",
    "503, ServiceUnavailable",
  })
  void whatPassesIsFailing(int status, String code) {
    server.refuses(status, code, "+447912345678");
    assertThat(sender.send(ADA, TEXT)).isEqualTo(new SendOutcome.Failing(code));
  }

  @Test
  void r46_anAnswerThatIsNotOfSnsLeavesOnlyItsStatus() {
    server.answers(503, "no upstream for +447912345678");
    assertThat(sender.send(ADA, TEXT)).isEqualTo(new SendOutcome.Failing("http-503"));
    server.refuses(400, "for +447912345678", "no");
    assertThat(sender.send(ADA, TEXT)).isEqualTo(new SendOutcome.Refused("http-400"));
  }

  @Test
  void silenceIsUnclear() {
    server.isSilent();
    try (SnsClient hasty =
        LoopbackClient.of(SnsClient.builder(), server.endpoint(), Duration.ofMillis(300))) {
      assertThat(new SnsSmsSender(hasty, Optional.empty()).send(ADA, TEXT))
          .isEqualTo(new SendOutcome.Unclear("timed-out"));
    }
  }

  @Test
  void aServerThatIsNotThereIsFailing() {
    server.close();
    assertThat(sender.send(ADA, TEXT)).isEqualTo(new SendOutcome.Failing("out-of-reach"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456", "Harbour Shop", "Harbour_1", "-1", "abcdefghijkl", "海港"})
  void refusesASenderIdThatSnsWouldRefuse(String senderId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SnsSmsSender(sns, Optional.of(senderId)));
  }
}
