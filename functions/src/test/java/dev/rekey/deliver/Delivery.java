package dev.rekey.deliver;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.ADAS_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.Suppression;
import dev.rekey.address.Address;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.deliver.DeliverOutcome.Again;
import dev.rekey.deliver.DeliverOutcome.Settled;
import dev.rekey.memory.InMemoryCounter;
import dev.rekey.memory.RecordingEventPublisher;
import dev.rekey.memory.RecordingMailSender;
import dev.rekey.memory.RecordingSmsSender;
import dev.rekey.memory.Workbench;
import dev.rekey.message.EventPublisher;
import dev.rekey.message.Language;
import dev.rekey.message.Messages;
import dev.rekey.passcode.Caps;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import dev.rekey.passcode.OutboxEntry.ShutDue;
import dev.rekey.passcode.Passcodes;
import dev.rekey.settings.Environments;
import dev.rekey.testing.TestLimits;
import java.util.Optional;

/** Both functions of the stream over stores and providers in memory. */
abstract class Delivery {
  static final String NOTICE = "2c9b1f60-6d3c-4a54-9a0e-6a1b6f0c9d11";

  final Workbench bench = new Workbench();
  final RecordingMailSender mails = new RecordingMailSender();
  final RecordingSmsSender texts = new RecordingSmsSender();
  final RecordingEventPublisher events = new RecordingEventPublisher();
  final Messages messages = new Messages("Rekey", Optional.empty());
  final SmsCourier texting = texting(new InMemoryCounter(), "1000");
  final Deliver mail = mail(bench.passcodes);
  final Deliver sms = deliver(texting, bench.passcodes, Optional.of(events));

  SmsCourier texting(Caps caps, String unused) {
    var settings = Environments.settings("REKEY_SMS_UNUSED_PER_COUNTRY", unused).texting();
    var budget = new TextBudget(caps, settings);
    return new SmsCourier(
        messages, texts, settings.countries(), budget, Optional.of(events), bench.clock);
  }

  Deliver mail(Passcodes passcodes) {
    return deliver(new MailCourier(messages, mails), passcodes, Optional.empty());
  }

  Deliver deliver(Courier courier, Passcodes passcodes, Optional<EventPublisher> team) {
    return new Deliver(courier, bench.accounts, passcodes, TestLimits.DEFAULT, team, bench.clock);
  }

  static AuditLine settled(DeliverOutcome outcome) {
    assertThat(outcome).isInstanceOf(Settled.class);
    return ((Settled) outcome).audit();
  }

  static void assertDropped(DeliverOutcome outcome, AuditEvent event, String reason) {
    var line = settled(outcome);
    assertThat(line.event()).isEqualTo(event);
    assertThat(line.fields()).containsEntry("reason", reason);
  }

  static void assertAgain(DeliverOutcome outcome, String reason) {
    assertThat(outcome).isInstanceOf(Again.class);
    var line = ((Again) outcome).audit();
    assertThat(line.event()).isEqualTo(AuditEvent.DELIVERY_FAILING);
    assertThat(line.fields()).containsEntry("reason", reason);
  }

  void suppress(Address address) {
    var why = new Suppression(bench.clock.instant(), Suppression.Cause.BOUNCE);
    bench.accounts.suppress(address, bench.hash(address), why);
  }

  NoticeDue notice() {
    return notice(ADA);
  }

  NoticeDue notice(Address provenBy) {
    return new NoticeDue(
        ADAS_ACCOUNT,
        NOTICE,
        bench.clock.instant(),
        Optional.of(provenBy),
        "subject",
        Language.ZH_CN);
  }

  ShutDue shut(Address address) {
    return new ShutDue(address, bench.hash(address), bench.clock.instant(), Language.ZH_CN);
  }
}
