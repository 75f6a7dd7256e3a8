package dev.rekey.deliver;

import static dev.rekey.memory.Workbench.ADAS_PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.PhoneNumber;
import dev.rekey.memory.InMemoryCounter;
import dev.rekey.memory.RecordingEventPublisher;
import dev.rekey.memory.RecordingSmsSender;
import dev.rekey.message.Language;
import dev.rekey.message.Messages;
import dev.rekey.message.SendOutcome;
import dev.rekey.message.SendOutcome.Failing;
import dev.rekey.message.SendOutcome.Refused;
import dev.rekey.message.SendOutcome.Sent;
import dev.rekey.message.SendOutcome.Unclear;
import dev.rekey.message.TeamEvent.RecoveryAbuse;
import dev.rekey.passcode.Passcode;
import dev.rekey.settings.Environments;
import dev.rekey.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom texts go to, and how many of them are paid for in a day. */
class SmsCourierTest {
  private static final Refused CAP = new Refused("CAP_OF_THE_COUNTRY");

  private final RecordingSmsSender texts = new RecordingSmsSender();
  private final RecordingEventPublisher events = new RecordingEventPublisher();
  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
  private final SmsCourier chinese = courier("CN", "REKEY_SMS_DAILY_PER_COUNTRY", "1");
  private final SmsCourier british = courier("GB", "REKEY_SMS_DAILY_PER_COUNTRY", "1");

  private SmsCourier courier(String country, String setting, String value) {
    var messages = new Messages("Rekey", Optional.empty());
    var settings = Environments.settings("REKEY_SMS_COUNTRIES", country, setting, value).texting();
    var budget = new TextBudget(new InMemoryCounter(), settings);
    return new SmsCourier(
        messages, texts, settings.countries(), budget, Optional.of(events), clock);
  }

  private static SendOutcome passcode(SmsCourier courier, PhoneNumber to) {
    return courier.passcode(to, new Passcode("123456"), Duration.ofMinutes(1), Language.EN_US);
  }

  private void assertGetsNothing(SmsCourier courier, PhoneNumber to, String reason) {
    var refused = new Refused(reason);
    assertThat(passcode(courier, to)).isEqualTo(refused);
    assertThat(courier.resetNotice(to, clock.instant(), "6d3c-4a54", Language.EN_US))
        .isEqualTo(refused);
    assertThat(courier.shutNotice(to, Language.EN_US)).isEqualTo(refused);
    assertThat(texts.sent()).isEmpty();
  }

  @Test
  void aCountryThatIsNotServedGetsNothing() {
    assertGetsNothing(british, ADAS_PHONE, "COUNTRY_NOT_SERVED");
  }

  @Test
  void aNumberThatEarnsMoneyWithTextsGetsNothing() {
    var premium = PhoneNumber.parse("09012345678", Optional.empty(), "GB").orElseThrow();
    assertGetsNothing(british, premium, "KIND_NOT_SERVED");
  }

  @Test
  void whatIsRefusedIsNotCounted() {
    passcode(british, PhoneNumber.parse("09012345678", Optional.empty(), "GB").orElseThrow());
    var mobile = PhoneNumber.parse("07912345678", Optional.empty(), "GB").orElseThrow();
    assertThat(passcode(british, mobile)).isEqualTo(new Sent());
  }

  @Test
  void r56_theTeamHearsThatTextsAreHeldBack() {
    passcode(chinese, ADAS_PHONE);
    assertThat(events.published()).isEmpty();
    passcode(chinese, ADAS_PHONE);
    passcode(chinese, ADAS_PHONE);
    var event = new RecoveryAbuse("CAP_OF_THE_COUNTRY", "CN", LocalDate.parse("2026-06-01"));
    assertThat(events.published()).containsExactly(event, event);
  }

  @Test
  void whileTheTeamCannotBeToldTheTextComesAgain() {
    passcode(chinese, ADAS_PHONE);
    events.answers(new Failing("Throttled"));
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(new Failing("Throttled"));
    events.answers(new Unclear("NoAnswer"));
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(new Unclear("NoAnswer"));
    events.answers(new Refused("NotFound"));
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(CAP);
  }

  @Test
  void theCapOfACountryCountsThePasscodesOfOneDay() {
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(new Sent());
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(CAP);
    assertThat(chinese.resetNotice(ADAS_PHONE, clock.instant(), "6d3c-4a54", Language.EN_US))
        .isEqualTo(new Sent());
    clock.forward(Duration.ofHours(12));
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(new Sent());
  }

  @Test
  void anOutageDoesNotUseTheCapOfACountryUp() {
    texts.answers(new Failing("InternalError"));
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(new Failing("InternalError"));
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(new Failing("InternalError"));
    texts.answers(new Sent());
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(new Sent());
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(CAP);
  }

  @Test
  void whatTheProviderRefusesIsNotCounted() {
    texts.answers(new Refused("OptedOut"));
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(new Refused("OptedOut"));
    texts.answers(new Sent());
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(new Sent());
  }

  @Test
  void aTextThatMayHaveLeftIsNotOneThatNobodyUsed() {
    var many = courier("CN", "REKEY_SMS_UNUSED_PER_COUNTRY", "1");
    texts.answers(new Unclear("timed-out"));
    assertThat(passcode(many, ADAS_PHONE)).isEqualTo(new Unclear("timed-out"));
    texts.answers(new Sent());
    assertThat(passcode(many, ADAS_PHONE)).isEqualTo(new Sent());
    assertThat(passcode(many, ADAS_PHONE)).isEqualTo(new Refused("TOO_FEW_ARE_USED"));
  }

  @Test
  void aCountThatIsOutOfReachChangesNothingOfWhatTheProviderSaid() {
    var settings = Environments.settings("REKEY_SMS_COUNTRIES", "CN").texting();
    var messages = new Messages("Rekey", Optional.empty());
    var away = new TextBudget(CapsAway.afterwards(), settings);
    var courier =
        new SmsCourier(messages, texts, settings.countries(), away, Optional.of(events), clock);
    for (var said :
        List.of(new Refused("OptedOut"), new Failing("Throttled"), new Unclear("timed-out"))) {
      texts.answers(said);
      assertThat(passcode(courier, ADAS_PHONE)).isEqualTo(said);
    }
  }

  @Test
  void aTextThatMayHaveLeftStaysCounted() {
    texts.answers(new Unclear("timed-out"));
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(new Unclear("timed-out"));
    assertThat(passcode(chinese, ADAS_PHONE)).isEqualTo(CAP);
  }
}
