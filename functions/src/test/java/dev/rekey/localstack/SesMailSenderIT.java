package dev.rekey.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.EmailAddress;
import dev.rekey.message.Mail;
import dev.rekey.message.SendOutcome;
import dev.rekey.ses.SesMailSender;
import dev.rekey.testing.LocalStack;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ses.SesClient;

class SesMailSenderIT {
  private static final Mail MAIL = new Mail("验证码", "text & 文字\n", "<p>文字 &amp; 628194</p>\n");

  private final SesClient ses = LocalStack.client(SesClient.builder());

  private SendOutcome send(String from, String to) {
    return new SesMailSender(ses, from, Optional.empty()).send(new EmailAddress(to), MAIL);
  }

  @AfterEach
  void close() {
    ses.close();
  }

  @Test
  void whatWasSentArrivesSignBySign() {
    ses.verifyEmailIdentity(request -> request.emailAddress("no-reply@rekey.example"));

    assertThat(send("云 <no-reply@rekey.example>", "ada@example.com"))
        .isEqualTo(new SendOutcome.Sent());

    assertThat(Kept.mails("ada@example.com"))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.path("Source").asString()).endsWith("<no-reply@rekey.example>");
          assertThat(mail.path("Subject").asString()).isEqualTo(MAIL.subject());
          assertThat(mail.path("Body").path("text_part").asString()).isEqualTo(MAIL.text());
          assertThat(mail.path("Body").path("html_part").asString()).isEqualTo(MAIL.html());
        });
  }

  @Test
  void aSenderThatIsNotVerifiedIsRefusedForGood() {
    assertThat(send("stranger@rekey.example", "bob@example.com"))
        .isEqualTo(new SendOutcome.Refused("MessageRejected"));

    assertThat(Kept.mails("bob@example.com")).isEmpty();
  }
}
