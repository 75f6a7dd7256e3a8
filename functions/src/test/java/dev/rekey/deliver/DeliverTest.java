package dev.rekey.deliver;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.ADAS_PHONE;
import static dev.rekey.memory.Workbench.DISABLED;
import static dev.rekey.memory.Workbench.NOBODY;
import static dev.rekey.memory.Workbench.UNVERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.audit.AuditEvent;
import dev.rekey.deliver.DeliverOutcome.NotOurs;
import dev.rekey.keys.Keys;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.memory.Workbench;
import dev.rekey.message.Language;
import dev.rekey.message.SendOutcome;
import dev.rekey.passcode.IssuedPasscode;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.Passcodes;
import dev.rekey.testing.TestLimits;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Design, Deliver: passcodes. */
class DeliverTest extends Delivery {
  @Test
  void aPasscodeIsSentInItsOwnersLanguage() {
    var due = bench.ask(ADA);
    var line = settled(mail.deliver(due));
    var digits = bench.passcodes.digits(due.passcode(), ADA).orElseThrow().digits();
    assertThat(mails.sent()).hasSize(1);
    assertThat(mails.sent().getFirst().to()).isEqualTo(ADA);
    assertThat(mails.sent().getFirst().mail().text()).contains(digits).containsIgnoringCase("code");
    assertThat(line.event()).isEqualTo(AuditEvent.PASSCODE_DELIVERED);
    assertThat(line.fields())
        .containsEntry("subject", bench.hash(ADA).subject())
        .containsEntry("channel", "EMAIL")
        .containsEntry("requestId", "request");
    assertThat(line.fields().values()).noneMatch(value -> value.contains(digits));
  }

  @Test
  void r55_aRecordThatComesAgainSendsTheSamePasscode() {
    var due = bench.ask(ADAS_PHONE);
    sms.deliver(due);
    sms.deliver(due);
    assertThat(texts.sent()).hasSize(2);
    assertThat(texts.sent().getFirst()).isEqualTo(texts.sent().getLast());
  }

  @Test
  void r56_aTextTellsTheCountry() {
    assertThat(settled(sms.deliver(bench.ask(ADAS_PHONE))).fields()).containsEntry("country", "CN");
    assertThat(settled(mail.deliver(bench.ask(ADA))).fields()).doesNotContainKey("country");
  }

  @Test
  void r56_aResetByTextTellsTheCountry() {
    assertThat(settled(sms.deliver(notice(ADAS_PHONE))).fields()).containsEntry("provenIn", "CN");
    assertThat(settled(sms.deliver(notice(ADA))).fields()).doesNotContainKey("provenIn");
    assertThat(settled(mail.deliver(notice(ADAS_PHONE))).fields())
        .as("counted once, not by every function that tells the owner")
        .doesNotContainKey("provenIn");
  }

  @Test
  void eachFunctionSendsItsOwnKindAlone() {
    assertThat(sms.deliver(bench.ask(ADA))).isEqualTo(new NotOurs());
    assertThat(mail.deliver(bench.ask(ADAS_PHONE))).isEqualTo(new NotOurs());
    assertThat(mail.deliver(shut(ADAS_PHONE))).isEqualTo(new NotOurs());
    assertThat(mails.sent()).isEmpty();
    assertThat(texts.sent()).isEmpty();
  }

  static Stream<EmailAddress> strangers() {
    return Stream.of(NOBODY, DISABLED, UNVERIFIED);
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void r42_nobodyWithoutAConfirmedAccountGetsAnything(EmailAddress address) {
    assertDropped(
        mail.deliver(bench.ask(address)), AuditEvent.PASSCODE_DROPPED, "NO_CONFIRMED_ACCOUNT");
    assertDropped(mail.deliver(shut(address)), AuditEvent.NOTICE_DROPPED, "NO_CONFIRMED_ACCOUNT");
    assertThat(mails.sent()).isEmpty();
  }

  @Test
  void anAddressThatOnlyLooksAlikeGetsNothing() {
    var account = Workbench.account("eve", true, Optional.empty(), Optional.empty());
    bench.tables.put(account);
    bench.tables.putAlias(
        account,
        NOBODY.channel(),
        bench.hash(NOBODY),
        new StoredAddress("n0body@example.com", true));
    assertDropped(
        mail.deliver(bench.ask(NOBODY)), AuditEvent.PASSCODE_DROPPED, "NO_CONFIRMED_ACCOUNT");
  }

  /** Passcode and shut notice; of the notice of a reset see {@link DeliverNoticesTest}. */
  @Test
  void anAddressThatBouncedGetsNothingAndEachIsAudited() {
    suppress(ADA);
    assertDropped(mail.deliver(bench.ask(ADA)), AuditEvent.PASSCODE_DROPPED, "SUPPRESSED");
    assertDropped(mail.deliver(shut(ADA)), AuditEvent.NOTICE_DROPPED, "SUPPRESSED");
    assertThat(mails.sent()).isEmpty();
  }

  @Test
  void anAddressThatAnOperatorLetGetMailAgainGetsIt() {
    suppress(ADA);
    bench.accounts.unsuppress(ADA, bench.hash(ADA), bench.clock.instant());
    assertThat(settled(mail.deliver(bench.ask(ADA))).event())
        .isEqualTo(AuditEvent.PASSCODE_DELIVERED);
  }

  @Test
  void anAddressThatBouncedIsNoReasonNotToTextItsOwner() {
    suppress(ADA);
    assertThat(settled(sms.deliver(bench.ask(ADAS_PHONE))).event())
        .isEqualTo(AuditEvent.PASSCODE_DELIVERED);
  }

  @Test
  void anExpiredPasscodeIsDroppedAndAudited() {
    var due = bench.ask(ADA);
    bench.clock.forward(TestLimits.DEFAULT.emailPasscodeLife());
    assertDropped(mail.deliver(due), AuditEvent.PASSCODE_DROPPED, "EXPIRED_UNDELIVERED");
    assertThat(mails.sent()).isEmpty();
  }

  @Test
  void aPasscodeWhoseKeyIsGoneIsDropped() {
    var due = bench.ask(ADA);
    var other = new IssuedPasscode(due.passcode().nonce(), "gone", due.passcode().expiresAt());
    var entry = new PasscodeDue(ADA, due.hash(), other, "request", Language.ZH_CN);
    assertAgain(mail.deliver(entry), "KEY_UNKNOWN");
  }

  @Test
  void whatTheProviderRefusesForGoodIsDropped() {
    mails.answers(new SendOutcome.Refused("MessageRejected"));
    assertDropped(mail.deliver(bench.ask(ADA)), AuditEvent.PASSCODE_DROPPED, "MessageRejected");
    assertDropped(mail.deliver(shut(ADA)), AuditEvent.NOTICE_DROPPED, "MessageRejected");
  }

  @Test
  void aPassingFaultComesAgain() {
    mails.answers(new SendOutcome.Failing("Throttling"));
    assertAgain(mail.deliver(bench.ask(ADA)), "Throttling");
    assertAgain(mail.deliver(shut(ADA)), "Throttling");
    assertAgain(mail.deliver(notice()), "Throttling");
    mails.answers(new SendOutcome.Unclear("timed-out"));
    assertAgain(mail.deliver(notice()), "timed-out");
  }

  @Test
  void keysOutOfReachComeAgain() {
    var keyless =
        new Keys(
            () -> {
              throw new KeysUnavailable("down", new IllegalStateException());
            },
            bench.clock,
            Duration.ofMinutes(1));
    var without = mail(new Passcodes(keyless, new SecureRandom()));
    assertAgain(without.deliver(bench.ask(ADA)), "KeysUnavailable");
  }

  @Test
  void strangersNumbersDoNotUseTheCapUp() {
    var stranger = PhoneNumber.parse("13900139000", Optional.of("+86"), "CN").orElseThrow();
    OutboxEntry due = bench.ask(stranger);
    for (int i = 0; i < 5; i++) {
      sms.deliver(due);
    }
    assertThat(settled(sms.deliver(bench.ask(ADAS_PHONE))).event())
        .isEqualTo(AuditEvent.PASSCODE_DELIVERED);
  }
}
