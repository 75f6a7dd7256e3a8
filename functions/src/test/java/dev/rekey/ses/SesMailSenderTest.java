package dev.rekey.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.rekey.address.EmailAddress;
import dev.rekey.loopback.LoopbackClient;
import dev.rekey.loopback.QueryServer;
import dev.rekey.message.Mail;
import dev.rekey.message.SendOutcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ses.SesClient;

class SesMailSenderTest {

  private static final EmailAddress ADA = new EmailAddress("ada@example.com");
  private static final Mail MAIL = new Mail("验证码", "text & 文字\n", "<p>文字</p>\n");

  private final QueryServer server = new QueryServer();
  private final SesClient ses = LoopbackClient.of(SesClient.builder(), server.endpoint());
  private final SesMailSender sender =
      new SesMailSender(ses, "Harbour <no-reply@example.com>", Optional.empty());

  @AfterEach
  void close() {
    ses.close();
    server.close();
  }

  @Test
  void sendsOneMailInUtf8() {
    sesTakesIt();
    assertThat(sender.send(ADA, MAIL)).isEqualTo(new SendOutcome.Sent());
    assertThat(server.calls()).hasSize(1);
    assertThat(server.calls().getFirst())
        .containsOnly(
            entry("Action", "SendEmail"),
            entry("Version", "2010-12-01"),
            entry("Source", "\"Harbour\" <no-reply@example.com>"),
            entry("Destination.ToAddresses.member.1", "ada@example.com"),
            entry("Message.Subject.Data", "验证码"),
            entry("Message.Subject.Charset", "UTF-8"),
            entry("Message.Body.Text.Data", "text & 文字\n"),
            entry("Message.Body.Text.Charset", "UTF-8"),
            entry("Message.Body.Html.Data", "<p>文字</p>\n"),
            entry("Message.Body.Html.Charset", "UTF-8"));
  }

  @Test
  void namesTheConfigurationSet() {
    sesTakesIt();
    new SesMailSender(ses, "no-reply@example.com", Optional.of("rekey")).send(ADA, MAIL);
    assertThat(server.calls().getFirst()).containsEntry("ConfigurationSetName", "rekey");
  }

  @ParameterizedTest
  @CsvSource({
    "400, MessageRejected, Address blacklisted: ada@example.com",
    "400, InvalidParameterValue, Domain ends with dot: ada@example.com",
    "400, MessageRejected, Email address is not verified. The following identities failed: x",
    "400, MessageRejected, Sending suspended for this account",
    "400, MessageRejected, Sending paused for this account",
    "400, MailFromDomainNotVerifiedException, no",
    "400, AccountSendingPausedException, no",
    "400, ConfigurationSetSendingPausedException, no",
    "400, ConfigurationSetDoesNotExist, no",
    "403, AccessDenied, no",
  })
  void whatWouldBeTheSameTheNextTimeIsRefused(int status, String code, String message) {
    server.refuses(status, code, message);
    assertThat(sender.send(ADA, MAIL)).isEqualTo(new SendOutcome.Refused(code));
  }

  @ParameterizedTest
  @CsvSource({
    "400, Throttling, Maximum sending rate exceeded.",
    "400, Throttling, Daily message quota exceeded.",
    "400, ExpiredToken, no",
    "500, InternalFailure, no",
    "503, ServiceUnavailable, no",
  })
  void whatPassesIsFailing(int status, String code, String message) {
    server.refuses(status, code, message);
    assertThat(sender.send(ADA, MAIL)).isEqualTo(new SendOutcome.Failing(code));
  }

  @Test
  void r46_anAnswerThatIsNotOfSesLeavesOnlyItsStatus() {
    server.answers(502, "<html>bad gateway for ada@example.com</html>");
    assertThat(sender.send(ADA, MAIL)).isEqualTo(new SendOutcome.Failing("http-502"));
    server.refuses(400, "for ada@example.com", "no");
    assertThat(sender.send(ADA, MAIL)).isEqualTo(new SendOutcome.Refused("http-400"));
  }

  @Test
  void silenceIsUnclear() {
    server.isSilent();
    try (SesClient hasty =
        LoopbackClient.of(SesClient.builder(), server.endpoint(), Duration.ofMillis(300))) {
      assertThat(new SesMailSender(hasty, "no-reply@example.com", Optional.empty()).send(ADA, MAIL))
          .isEqualTo(new SendOutcome.Unclear("timed-out"));
    }
  }

  @Test
  void aServerThatIsNotThereIsFailing() {
    server.close();
    assertThat(sender.send(ADA, MAIL)).isEqualTo(new SendOutcome.Failing("out-of-reach"));
  }

  @Test
  void refusesASenderThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SesMailSender(ses, "", Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SesMailSender(ses, "a@b.example\r\nBcc: x", Optional.empty()));
  }

  private void sesTakesIt() {
    server.answers(
        200,
        """
        <SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendEmailResult>\
        <MessageId>m</MessageId></SendEmailResult></SendEmailResponse>\
        """);
  }
}
