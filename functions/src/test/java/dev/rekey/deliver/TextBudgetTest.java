package dev.rekey.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.PhoneNumber;
import dev.rekey.memory.InMemoryCounter;
import dev.rekey.passcode.Caps;
import dev.rekey.settings.Environments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each cap of a day alone, the others being far away. */
class TextBudgetTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private static TextBudget budget(String... settings) {
    return new TextBudget(new InMemoryCounter(), Environments.settings(settings).texting());
  }

  /** Another block with each number. */
  private static PhoneNumber chinese(int number) {
    return PhoneNumber.parse("+86138%04d0000".formatted(number), Optional.empty(), "ZZ")
        .orElseThrow();
  }

  private static PhoneNumber british(String last) {
    return PhoneNumber.parse("+4474001230" + last, Optional.empty(), "ZZ").orElseThrow();
  }

  private static long taken(TextBudget budget, int texts) {
    return IntStream.range(0, texts).filter(i -> budget.take(chinese(i), NOON).isEmpty()).count();
  }

  @Test
  void theDayOfTheCapsIsThatOfUtc() {
    assertThat(TextBudget.day(Instant.parse("2026-06-01T23:59:59.999Z"))).isEqualTo("2026-06-01");
    assertThat(TextBudget.day(Instant.parse("2026-06-02T00:00:00Z"))).isEqualTo("2026-06-02");
  }

  @Test
  void r4_aBlockOfNumbersHasItsShare() {
    var budget = budget("REKEY_SMS_DAILY_PER_BLOCK", "2");
    assertThat(budget.take(british("00"), NOON)).isEmpty();
    assertThat(budget.take(british("01"), NOON)).isEmpty();
    assertThat(budget.take(british("99"), NOON)).contains("CAP_OF_THE_BLOCK");
    assertThat(budget.take(chinese(1), NOON)).isEmpty();
    assertThat(budget.take(british("99"), NOON.plus(DAY))).isEmpty();
  }

  /** Or the sweep of the table would give the day a second time. */
  @Test
  void r4_countsAreKeptUntilTheirDayIsOver() {
    var kept = new ArrayList<Instant>();
    var caps =
        new Caps() {
          @Override
          public Optional<Share> take(List<Share> shares, Instant forgetAfter) {
            kept.add(forgetAfter);
            return Optional.empty();
          }

          @Override
          public void giveBack(List<Share> shares) {}

          @Override
          public void lower(String name, int amount) {}
        };
    new TextBudget(caps, Environments.settings().texting()).take(chinese(1), NOON);
    assertThat(kept).singleElement().satisfies(it -> assertThat(it).isAfter(NOON.plus(DAY)));
  }

  @Test
  void r4_aCountryHasItsShare() {
    var budget = budget("REKEY_SMS_DAILY_PER_COUNTRY", "3");
    assertThat(taken(budget, 5)).isEqualTo(3);
    assertThat(budget.take(chinese(7), NOON)).contains("CAP_OF_THE_COUNTRY");
    assertThat(budget.take(british("00"), NOON)).isEmpty();
    assertThat(budget.take(chinese(7), NOON.plus(DAY))).isEmpty();
  }

  @Test
  void r4_passcodesThatNobodyUsesEnd() {
    var budget = budget("REKEY_SMS_UNUSED_PER_COUNTRY", "3");
    assertThat(taken(budget, 5)).isEqualTo(3);
    assertThat(budget.take(chinese(7), NOON)).contains("TOO_FEW_ARE_USED");
    assertThat(budget.take(british("00"), NOON)).isEmpty();
    assertThat(budget.take(chinese(7), NOON.plus(DAY))).isEmpty();
  }

  @Test
  void aResetMakesRoomForSomeOfThem() {
    var budget = budget("REKEY_SMS_UNUSED_PER_COUNTRY", "9", "REKEY_SMS_SENDS_PER_USE", "2");
    assertThat(taken(budget, 10)).isEqualTo(9);
    budget.used(chinese(0), NOON);
    assertThat(taken(budget, 5)).isEqualTo(2);
    budget.used(british("00"), NOON);
    assertThat(taken(budget, 1)).isZero();
  }

  @Test
  void resetsAreNotSavedUp() {
    var budget = budget("REKEY_SMS_UNUSED_PER_COUNTRY", "3");
    for (int i = 0; i < 10; i++) {
      budget.used(chinese(i), NOON);
    }
    assertThat(taken(budget, 10)).isEqualTo(3);
    for (int i = 0; i < 10; i++) {
      budget.used(chinese(i), NOON);
    }
    assertThat(taken(budget, 10)).isEqualTo(3);
  }

  @Test
  void r4_theMoneyOfADayEnds() {
    var budget =
        budget(
            "REKEY_SMS_DAILY_SPEND", "1", "REKEY_SMS_PRICE", "300", "REKEY_SMS_PRICES", "GB=100");
    assertThat(taken(budget, 5)).isEqualTo(3);
    assertThat(budget.take(chinese(7), NOON)).contains("CAP_OF_THE_SPEND");
    assertThat(budget.take(british("00"), NOON)).isEmpty();
    assertThat(budget.take(british("01"), NOON)).contains("CAP_OF_THE_SPEND");
    assertThat(budget.take(chinese(7), NOON.plus(DAY))).isEmpty();
  }

  /** Else a cap that is used up would use up the others too, with texts that nobody got. */
  @Test
  void whatIsRefusedTakesNothing() {
    var budget = budget("REKEY_SMS_DAILY_PER_BLOCK", "1", "REKEY_SMS_DAILY_PER_COUNTRY", "2");
    budget.take(chinese(1), NOON);
    budget.take(chinese(1), NOON);
    budget.take(chinese(1), NOON);
    assertThat(budget.take(chinese(2), NOON)).isEmpty();
    assertThat(budget.take(chinese(3), NOON)).contains("CAP_OF_THE_COUNTRY");
    assertThat(budget.take(chinese(3), NOON)).contains("CAP_OF_THE_COUNTRY");
  }

  @Test
  void whatIsGivenBackCanBeTakenFromEveryCap() {
    var budget =
        budget(
            "REKEY_SMS_DAILY_PER_BLOCK", "1",
            "REKEY_SMS_DAILY_PER_COUNTRY", "1",
            "REKEY_SMS_UNUSED_PER_COUNTRY", "1",
            "REKEY_SMS_DAILY_SPEND", "1",
            "REKEY_SMS_PRICE", "1000");
    for (int i = 0; i < 3; i++) {
      assertThat(budget.take(chinese(1), NOON)).isEmpty();
      budget.giveBack(chinese(1), NOON);
    }
  }

  /** A price above the whole cap: nothing is sent, and nothing overflows. */
  @Test
  void oneTextMayCostMoreThanADay() {
    var budget = budget("REKEY_SMS_DAILY_SPEND", "1", "REKEY_SMS_PRICE", "1001");
    assertThat(budget.take(chinese(1), NOON)).contains("CAP_OF_THE_SPEND");
  }
}
