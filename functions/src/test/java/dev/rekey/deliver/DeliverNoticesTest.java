package dev.rekey.deliver;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.ADAS_PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.AccountId;
import dev.rekey.address.Channel;
import dev.rekey.address.EmailAddress;
import dev.rekey.audit.AuditEvent;
import dev.rekey.memory.InMemoryCounter;
import dev.rekey.message.Language;
import dev.rekey.message.SendOutcome;
import dev.rekey.message.TeamEvent.PasswordChanged;
import dev.rekey.message.TeamEvent.RecoveryShut;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Design, Deliver: what owners and the team are told afterwards. */
class DeliverNoticesTest extends Delivery {
  @Test
  void r41_aNoticeGoesToEveryConfirmedAddress() {
    settled(mail.deliver(notice()));
    settled(sms.deliver(notice()));
    assertThat(mails.sent().getFirst().to()).isEqualTo(ADA);
    assertThat(texts.sent().getFirst().to()).isEqualTo(ADAS_PHONE);
  }

  @Test
  void r41_aNoticeGoesToTheOtherChannelAloneWhereTheAddressBounced() {
    suppress(ADA);
    assertDropped(mail.deliver(notice()), AuditEvent.NOTICE_DROPPED, "SUPPRESSED");
    assertThat(mails.sent()).isEmpty();
    assertThat(settled(sms.deliver(notice())).event()).isEqualTo(AuditEvent.NOTICE_DELIVERED);
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
    var away = deliver(texting(CapsAway.always(), "2"), bench.passcodes, Optional.of(events));
    assertThat(settled(away.deliver(notice(ADAS_PHONE))).event())
        .isEqualTo(AuditEvent.NOTICE_DELIVERED);
    assertThat(texts.sent()).hasSize(1);
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
  void theTeamIsToldOnceThatRecoveryWasShut() {
    var of = shut(ADA);
    mail.deliver(of);
    assertThat(events.published()).isEmpty();
    var line = settled(sms.deliver(of));
    assertThat(line.event()).isEqualTo(AuditEvent.EVENT_PUBLISHED);
    assertThat(line.fields()).containsEntry("subject", of.subject());
    assertThat(events.published())
        .containsExactly(new RecoveryShut("ada", of.subject(), Channel.EMAIL, of.shutAt()));
    assertThat(texts.sent()).isEmpty();
    settled(sms.deliver(shut(ADAS_PHONE)));
    assertThat(events.published()).hasSize(2);
  }

  @Test
  void theTeamIsNotToldOfAddressesOfNobody() {
    var nobodys = shut(new EmailAddress("nobody@example.com"));
    assertDropped(sms.deliver(nobodys), AuditEvent.EVENT_DROPPED, "NO_CONFIRMED_ACCOUNT");
    assertThat(events.published()).isEmpty();
  }

  @Test
  void aShutAddressWaitsForTheTeamToo() {
    events.answers(new SendOutcome.Failing("Throttled"));
    assertAgain(sms.deliver(shut(ADA)), "Throttled");
    assertAgain(sms.deliver(shut(ADAS_PHONE)), "Throttled");
    assertThat(texts.sent()).isEmpty();
  }

  @Test
  void aTopicThatIsGoneHoldsUpNoOwner() {
    events.answers(new SendOutcome.Refused("NotFound"));
    assertDropped(sms.deliver(shut(ADA)), AuditEvent.EVENT_DROPPED, "NotFound");
    var line = settled(sms.deliver(shut(ADAS_PHONE)));
    assertThat(line.event()).isEqualTo(AuditEvent.NOTICE_DELIVERED);
    assertThat(line.fields()).containsEntry("eventRefused", "NotFound");
    assertThat(texts.sent()).hasSize(1);
  }

  @Test
  void withoutATopicTheAddressesOfTheOtherChannelAreNotOurs() {
    var alone = deliver(texting, bench.passcodes, Optional.empty());
    assertThat(alone.deliver(shut(ADA))).isEqualTo(new DeliverOutcome.NotOurs());
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
    assertDropped(sms.deliver(shut), AuditEvent.EVENT_DROPPED, "EXPIRED_UNDELIVERED");
    assertThat(mails.sent()).isEmpty();
    assertThat(events.published()).isEmpty();
  }
}
