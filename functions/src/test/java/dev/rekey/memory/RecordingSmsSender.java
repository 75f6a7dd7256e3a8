package dev.rekey.memory;

import dev.rekey.address.PhoneNumber;
import dev.rekey.message.SendOutcome;
import dev.rekey.message.SmsSender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is given, and answers as told. */
public final class RecordingSmsSender implements SmsSender {
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private volatile SendOutcome outcome = new SendOutcome.Sent();

  /** One text as it was handed over. */
  public record Sent(PhoneNumber to, String text) {}

  /** From now on every text meets this; it is kept only if it is sent. */
  public void answers(SendOutcome next) {
    outcome = next;
  }

  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  @Override
  public SendOutcome send(PhoneNumber to, String text) {
    if (outcome instanceof SendOutcome.Sent) {
      sent.add(new Sent(to, text));
    }
    return outcome;
  }
}
