package dev.rekey.simulation;

import dev.rekey.address.Address;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.message.EventPublisher;
import dev.rekey.message.Mail;
import dev.rekey.message.MailSender;
import dev.rekey.message.SendOutcome;
import dev.rekey.message.SmsSender;
import dev.rekey.message.TeamEvent;

/** The providers of messages behind the gate, watched. Their faults are outcomes. */
final class FaultySenders implements MailSender, SmsSender, EventPublisher {
  private final Gate gate;
  private final Watch watch;

  FaultySenders(Gate gate, Watch watch) {
    this.gate = gate;
    this.watch = watch;
  }

  @Override
  public SendOutcome send(EmailAddress to, Mail mail) {
    return provider(() -> watch.message(to, mail.text()));
  }

  @Override
  public SendOutcome send(PhoneNumber to, String text) {
    return provider(() -> watch.message((Address) to, text));
  }

  @Override
  public SendOutcome publish(TeamEvent event) {
    var call = gate.running();
    boolean before = call.refused; // of the owner's message alone
    var outcome = provider(() -> call.published = true);
    call.eventRefused = outcome instanceof SendOutcome.Refused;
    call.refused = before;
    return outcome;
  }

  private SendOutcome provider(Runnable send) {
    return switch (gate.running().actor().pause(Fault.OF_PROVIDERS)) {
      case NONE, ANSWER_LOST -> {
        send.run();
        yield new SendOutcome.Sent();
      }
      case REJECTED -> {
        gate.running().refused = true;
        yield new SendOutcome.Refused("Rejected");
      }
      case TURNED_AWAY, OUT_OF_REACH -> {
        gate.running().failed = true;
        yield new SendOutcome.Failing("NoAnswer");
      }
      case ANSWERS_LOST -> { // sent, but nobody knows: it will be sent again
        gate.running().failed = true;
        send.run();
        yield new SendOutcome.Unclear("NoAnswer");
      }
      case DIES -> {
        send.run();
        throw new Died();
      }
      case DIES_BEFORE -> throw new Died();
    };
  }
}
