package dev.rekey.memory;

import dev.rekey.address.EmailAddress;
import dev.rekey.message.Mail;
import dev.rekey.message.MailSender;
import dev.rekey.message.SendOutcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is given, and answers as told. */
public final class RecordingMailSender implements MailSender {
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private volatile SendOutcome outcome = new SendOutcome.Sent();

  /** One mail as it was handed over. */
  public record Sent(EmailAddress to, Mail mail) {}

  /** From now on every mail meets this; it is kept only if it is sent. */
  public void answers(SendOutcome next) {
    outcome = next;
  }

  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  @Override
  public SendOutcome send(EmailAddress to, Mail mail) {
    if (outcome instanceof SendOutcome.Sent) {
      sent.add(new Sent(to, mail));
    }
    return outcome;
  }
}
