package dev.rekey.deliver;

import dev.rekey.account.AccountDirectory;
import dev.rekey.message.EventPublisher;
import dev.rekey.message.MailSender;
import dev.rekey.message.Messages;
import dev.rekey.message.SmsSender;
import dev.rekey.passcode.Caps;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.Passcodes;
import dev.rekey.settings.Settings.Texting;
import dev.rekey.simulation.Answer;
import java.time.InstantSource;
import java.util.Optional;

/** Lets the simulation in to the use case, which nobody else needs outside of its package. */
public final class DeliverDoor {
  private final Deliver deliver;

  private DeliverDoor(Deliver deliver) {
    this.deliver = deliver;
  }

  /** What both functions of the stream are made of. */
  public record Parts(
      Messages messages,
      AccountDirectory accounts,
      Passcodes passcodes,
      Limits limits,
      InstantSource clock) {}

  public static DeliverDoor mail(Parts parts, MailSender mails) {
    return of(parts, new MailCourier(parts.messages(), mails), Optional.empty());
  }

  public static DeliverDoor sms(
      Parts parts, SmsSender texts, EventPublisher events, Caps caps, Texting texting) {
    var budget = new TextBudget(caps, texting);
    return of(
        parts,
        new SmsCourier(
            parts.messages(),
            texts,
            texting.countries(),
            budget,
            Optional.of(events),
            parts.clock()),
        Optional.of(events));
  }

  private static DeliverDoor of(Parts parts, Courier courier, Optional<EventPublisher> team) {
    return new DeliverDoor(
        new Deliver(
            courier, parts.accounts(), parts.passcodes(), parts.limits(), team, parts.clock()));
  }

  public Answer deliver(OutboxEntry entry) {
    return switch (deliver.deliver(entry)) {
      case DeliverOutcome.Settled(var audit) -> new Answer.Settled(audit);
      case DeliverOutcome.Again _ -> new Answer.Again();
      case DeliverOutcome.NotOurs() -> new Answer.NotOurs();
    };
  }
}
