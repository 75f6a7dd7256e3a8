package dev.rekey.deliver;

import dev.rekey.address.Address;
import dev.rekey.address.Channel;
import dev.rekey.address.EmailAddress;
import dev.rekey.message.Language;
import dev.rekey.message.Mail;
import dev.rekey.message.MailSender;
import dev.rekey.message.Messages;
import dev.rekey.message.SendOutcome;
import dev.rekey.passcode.Passcode;
import java.time.Duration;
import java.time.Instant;

/** Sends mails. */
final class MailCourier implements Courier {
  private final Messages messages;
  private final MailSender mails;

  MailCourier(Messages messages, MailSender mails) {
    this.messages = messages;
    this.mails = mails;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public SendOutcome passcode(Address to, Passcode passcode, Duration life, Language language) {
    return send(to, messages.passcodeMail(passcode.digits(), life, language));
  }

  @Override
  public SendOutcome resetNotice(Address to, Instant resetAt, String reference, Language language) {
    return send(to, messages.resetNoticeMail(resetAt, reference, language));
  }

  @Override
  public SendOutcome shutNotice(Address to, Language language) {
    return send(to, messages.shutNoticeMail(language));
  }

  private SendOutcome send(Address to, Mail mail) {
    return mails.send((EmailAddress) to, mail);
  }
}
