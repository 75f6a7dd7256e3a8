package dev.rekey.ses;

import dev.rekey.address.EmailAddress;
import dev.rekey.aws.FaultOutcome;
import dev.rekey.message.Mail;
import dev.rekey.message.MailSender;
import dev.rekey.message.SendOutcome;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.Body;
import software.amazon.awssdk.services.ses.model.Content;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;

/**
 * Sends mails by SES. Time-outs and tries are those of the client. Safe for use by many threads.
 */
public final class SesMailSender implements MailSender {

  private final SesClient ses;
  private final String from;
  private final Optional<String> configurationSet;

  /**
   * @param from the sender, an address or {@code Name <address>}, of an identity that SES knows;
   *     anything else is an IllegalArgumentException
   * @param configurationSet the SES configuration set that mails are sent under
   */
  public SesMailSender(SesClient ses, String from, Optional<String> configurationSet) {
    this.ses = ses;
    this.from = MailFrom.header(from);
    this.configurationSet = configurationSet;
  }

  @Override
  public SendOutcome send(EmailAddress to, Mail mail) {
    try {
      ses.sendEmail(request(to, mail));
      return new SendOutcome.Sent();
    } catch (SdkException fault) {
      return FaultOutcome.of(fault);
    }
  }

  private SendEmailRequest request(EmailAddress to, Mail mail) {
    return SendEmailRequest.builder()
        .source(from)
        .destination(destination -> destination.toAddresses(to.normal()))
        .message(message -> message.subject(utf8(mail.subject())).body(body(mail)))
        .configurationSetName(configurationSet.orElse(null))
        .build();
  }

  private static Body body(Mail mail) {
    return Body.builder().text(utf8(mail.text())).html(utf8(mail.html())).build();
  }

  private static Content utf8(String data) {
    return Content.builder().charset("UTF-8").data(data).build();
  }
}
