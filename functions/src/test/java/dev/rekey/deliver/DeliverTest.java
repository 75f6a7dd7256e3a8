package dev.rekey.deliver;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.ADAS_ACCOUNT;
import static dev.rekey.memory.Workbench.ADAS_PHONE;
import static dev.rekey.memory.Workbench.DISABLED;
import static dev.rekey.memory.Workbench.NOBODY;
import static dev.rekey.memory.Workbench.UNVERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.AccountId;
import dev.rekey.account.StoreUnavailable;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.Address;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.deliver.DeliverOutcome.Again;
import dev.rekey.deliver.DeliverOutcome.NotOurs;
import dev.rekey.deliver.DeliverOutcome.Settled;
import dev.rekey.keys.Keys;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.memory.InMemoryCounter;
import dev.rekey.memory.RecordingEventPublisher;
import dev.rekey.memory.RecordingMailSender;
import dev.rekey.memory.RecordingSmsSender;
import dev.rekey.memory.Workbench;
import dev.rekey.message.EventPublisher;
import dev.rekey.message.Language;
import dev.rekey.message.Messages;
import dev.rekey.message.PasswordChanged;
import dev.rekey.message.SendOutcome;
import dev.rekey.passcode.Caps;
import dev.rekey.passcode.IssuedPasscode;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.OutboxEntry.ShutDue;
import dev.rekey.passcode.Passcodes;
import dev.rekey.settings.Environments;
import dev.rekey.testing.TestLimits;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Design, Deliver. */
class DeliverTest {
  private static final String NOTICE = "2c9b1f60-6d3c-4a54-9a0e-6a1b6f0c9d11";

  private final Workbench bench = new Workbench();
  private final RecordingMailSender mails = new RecordingMailSender();
  private final RecordingSmsSender texts = new RecordingSmsSender();
  private final RecordingEventPublisher events = new RecordingEventPublisher();
  private final Messages messages = new Messages("Rekey", Optional.empty());
  private final SmsCourier texting = texting(new InMemoryCounter(), "1000");
  private final Deliver mail = mail(bench.passcodes);
  private final Deliver sms = deliver(texting, bench.passcodes, Optional.of(events));

  private SmsCourier texting(Caps caps, String unused) {
    var settings = Environments.settings("REKEY_SMS_UNUSED_PER_COUNTRY", unused).texting();
    var budget = new TextBudget(caps, settings);
    return new SmsCourier(messages, texts, settings.countries(), budget, bench.clock);
  }

  private Deliver mail(Passcodes passcodes) {
    return deliver(new MailCourier(messages, mails), passcodes, Optional.empty());
  }

  private Deliver deliver(Courier courier, Passcodes passcodes, Optional<EventPublisher> team) {
    return new Deliver(courier, bench.accounts, passcodes, TestLimits.DEFAULT, team, bench.clock);
  }

  private static AuditLine settled(DeliverOutcome outcome) {
    assertThat(outcome).isInstanceOf(Settled.class);
    return ((Settled) outcome).audit();
  }

  private static void assertDropped(DeliverOutcome outcome, AuditEvent event, String reason) {
    var line = settled(outcome);
    assertThat(line.event()).isEqualTo(event);
    assertThat(line.fields()).containsEntry("reason", reason);
  }

  private static void assertAgain(DeliverOutcome outcome, String reason) {
    assertThat(outcome).isInstanceOf(Again.class);
    var line = ((Again) outcome).audit();
    assertThat(line.event()).isEqualTo(AuditEvent.DELIVERY_FAILING);
    assertThat(line.fields()).containsEntry("reason", reason);
  }

  private NoticeDue notice() {
    return notice(ADA);
  }

  private NoticeDue notice(Address provenBy) {
    return new NoticeDue(
        ADAS_ACCOUNT,
        NOTICE,
        bench.clock.instant(),
        Optional.of(provenBy),
        "subject",
        Language.ZH_CN);
  }

  private ShutDue shut(Address address) {
    return new ShutDue(address, bench.hash(address), bench.clock.instant(), Language.ZH_CN);
  }

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
    assertThat(sms.deliver(shut(ADA))).isEqualTo(new NotOurs());
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

  @Test
  void r41_aNoticeGoesToEveryConfirmedAddress() {
    settled(mail.deliver(notice()));
    settled(sms.deliver(notice()));
    assertThat(mails.sent().getFirst().to()).isEqualTo(ADA);
    assertThat(texts.sent().getFirst().to()).isEqualTo(ADAS_PHONE);
  }

  @Test
  void r40_aNoticeHasAReferenceThatTheAuditKnows() {
    var line = settled(mail.deliver(notice()));
    assertThat(mails.sent().getFirst().mail().text()).contains("6d3c-4a54");
    assertThat(String.valueOf(line.fields().get("requestId"))).contains("6d3c-4a54");
  }

  @Test
  void r35_theTeamIsToldOfAReset() {
    sms.deliver(notice());
    assertThat(events.published())
        .containsExactly(new PasswordChanged(NOTICE, "ada", bench.clock.instant()));
  }

  @Test
  void whileTheTeamCannotBeToldTheOwnersTextWaits() {
    events.answers(new SendOutcome.Failing("Throttled"));
    assertAgain(sms.deliver(notice()), "Throttled");
    assertThat(texts.sent()).isEmpty();
  }

  @Test
  void aResetBySmsMakesRoomForPasscodesThatNobodyUses() {
    var one = deliver(texting(new InMemoryCounter(), "1"), bench.passcodes, Optional.of(events));
    settled(one.deliver(bench.ask(ADAS_PHONE)));
    settled(one.deliver(notice(ADA)));
    bench.clock.forward(Duration.ofMinutes(1));
    assertDropped(
        one.deliver(bench.ask(ADAS_PHONE)), AuditEvent.PASSCODE_DROPPED, "TOO_FEW_ARE_USED");
    settled(one.deliver(notice(ADAS_PHONE)));
    bench.clock.forward(Duration.ofMinutes(1));
    assertThat(settled(one.deliver(bench.ask(ADAS_PHONE))).event())
        .isEqualTo(AuditEvent.PASSCODE_DELIVERED);
  }

  @Test
  void aNoticeThatMustComeAgainMakesNoRoomYet() {
    var one = deliver(texting(new InMemoryCounter(), "1"), bench.passcodes, Optional.of(events));
    settled(one.deliver(bench.ask(ADAS_PHONE)));
    texts.answers(new SendOutcome.Failing("Throttled"));
    assertAgain(one.deliver(notice(ADAS_PHONE)), "Throttled");
    bench.clock.forward(Duration.ofMinutes(1));
    assertDropped(
        one.deliver(bench.ask(ADAS_PHONE)), AuditEvent.PASSCODE_DROPPED, "TOO_FEW_ARE_USED");
  }

  @Test
  void aCountThatIsOutOfReachTellsNobodyAgain() {
    var away = deliver(texting(new CapsAway(), "2"), bench.passcodes, Optional.of(events));
    assertThat(settled(away.deliver(notice(ADAS_PHONE))).event())
        .isEqualTo(AuditEvent.NOTICE_DELIVERED);
    assertThat(texts.sent()).hasSize(1);
  }

  /** Counters in a table that is out of reach. */
  private static final class CapsAway implements Caps {
    @Override
    public Optional<Share> take(List<Share> shares, Instant forgetAfter) {
      throw new StoreUnavailable("TransactWriteItems", "away");
    }

    @Override
    public void giveBack(List<Share> shares) {
      throw new StoreUnavailable("TransactWriteItems", "away");
    }

    @Override
    public void lower(String name, int amount) {
      throw new StoreUnavailable("UpdateItem", "away");
    }
  }

  @Test
  void anEventThatCanNeverLeaveDoesNotKeepTheOwnerFromKnowing() {
    events.answers(new SendOutcome.Refused("NotFound"));
    var line = settled(sms.deliver(notice()));
    assertThat(line.event()).isEqualTo(AuditEvent.NOTICE_DELIVERED);
    assertThat(line.fields()).containsEntry("eventRefused", "NotFound");
    assertThat(texts.sent()).hasSize(1);
  }

  @Test
  void aNoticeWithoutAConfirmedAddressIsDropped() {
    var due =
        new NoticeDue(
            new AccountId("unverified"),
            NOTICE,
            bench.clock.instant(),
            Optional.of(ADA),
            "s",
            Language.ZH_CN);
    assertDropped(mail.deliver(due), AuditEvent.NOTICE_DROPPED, "NO_CONFIRMED_ADDRESS");
    assertDropped(sms.deliver(due), AuditEvent.NOTICE_DROPPED, "NO_CONFIRMED_ADDRESS");
    assertThat(events.published()).hasSize(1);
  }

  @Test
  void theOwnerIsToldThatRecoveryWasShut() {
    var line = settled(mail.deliver(shut(ADA)));
    assertThat(line.event()).isEqualTo(AuditEvent.NOTICE_DELIVERED);
    assertThat(line.fields()).containsEntry("subject", bench.hash(ADA).subject());
    assertThat(settled(sms.deliver(shut(ADAS_PHONE))).event())
        .isEqualTo(AuditEvent.NOTICE_DELIVERED);
    assertThat(mails.sent()).hasSize(1);
    assertThat(texts.sent()).hasSize(1);
  }

  @Test
  void aNoticeIsTriedForTwentyThreeHours() {
    var reset = notice();
    var shut = shut(ADA);
    bench.clock.forward(Duration.ofHours(23));
    assertThat(settled(mail.deliver(reset)).event()).isEqualTo(AuditEvent.NOTICE_DELIVERED);
    assertThat(settled(mail.deliver(shut)).event()).isEqualTo(AuditEvent.NOTICE_DELIVERED);
    assertThat(mails.sent()).hasSize(2);
  }

  @Test
  void aNoticeIsDroppedWithALineThenAndTheTeamNotTold() {
    var reset = notice();
    var shut = shut(ADA);
    bench.clock.forward(Duration.ofHours(23).plusMillis(1));
    assertDropped(mail.deliver(reset), AuditEvent.NOTICE_DROPPED, "EXPIRED_UNDELIVERED");
    assertDropped(sms.deliver(reset), AuditEvent.NOTICE_DROPPED, "EXPIRED_UNDELIVERED");
    assertDropped(mail.deliver(shut), AuditEvent.NOTICE_DROPPED, "EXPIRED_UNDELIVERED");
    assertThat(mails.sent()).isEmpty();
    assertThat(events.published()).isEmpty();
  }
}
