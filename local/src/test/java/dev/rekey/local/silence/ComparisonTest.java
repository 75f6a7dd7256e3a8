package dev.rekey.local.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.hipparchus.stat.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final int PEOPLE = 2_000;

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void r2_aFifthMoreOfTheSpreadIsRed() {
    var timings = answers(Question.VERIFY_SMS, Kind.DISABLED, 0.2);
    var red = Comparison.all(timings).stream().filter(Comparison::isRed).toList();
    assertThat(red).extracting(Comparison::question).hasSize(4).containsOnly(Question.VERIFY_SMS);
    assertThat(red).allMatch(it -> it.one() == Kind.DISABLED || it.other() == Kind.DISABLED);
    assertThat(red.getFirst()).asString().contains("verify, by SMS", "DISABLED", "RED");
  }

  @Test
  void theSameSpreadIsNotRed() {
    var all = Comparison.all(answers(Question.PRE_CHECK_EMAIL, Kind.KNOWN, 0));
    assertThat(all).hasSize(Question.values().length * 10).noneMatch(Comparison::isRed);
  }

  /** A mean would be red here: one answer waited for a garbage collection. */
  @Test
  void oneSlowAnswerIsNotRed() {
    var timings = answers(Question.SEND_EMAIL, Kind.KNOWN, 0);
    timings.add(Question.SEND_EMAIL, Kind.KNOWN, 1e9);
    assertThat(Comparison.all(timings)).noneMatch(Comparison::isRed);
  }

  @Test
  void theLeastLikelyCountsAsOftenAsThereAreComparisons() {
    var timings = answers(Question.SEND_SMS, Kind.UNKNOWN, 0.06);
    var all = Comparison.all(timings);
    var first = all.getFirst();
    double raw =
        new MannWhitneyUTest()
            .mannWhitneyUTest(
                timings.of(first.question(), first.one()),
                timings.of(first.question(), first.other()));
    assertThat(first.p()).isCloseTo(raw * all.size(), within(1e-12));
    assertThat(all).extracting(Comparison::p).isSorted().allMatch(p -> p <= 1);
  }

  @Test
  void medianIsTheMiddleOne() {
    assertThat(Comparison.median(new double[] {9, 1, 2})).isEqualTo(2);
    assertThat(Comparison.median(new double[] {9, 1, 2, 4})).isEqualTo(3);
  }

  /** All alike, but for one kind at one question. */
  private Timings answers(Question shifted, Kind kind, double by) {
    var timings = new Timings();
    for (var question : Question.values()) {
      for (var each : Kind.values()) {
        for (int i = 0; i < PEOPLE; i++) {
          double more = question == shifted && each == kind ? by : 0;
          timings.add(question, each, random.nextGaussian() + more);
        }
      }
    }
    return timings;
  }
}
