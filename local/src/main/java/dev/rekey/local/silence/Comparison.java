package dev.rekey.local.silence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.stat.inference.MannWhitneyUTest;

/**
 * Whether two kinds of people are answered equally fast: the Mann-Whitney U test (R2).
 *
 * @param medianDifference of the one above the other, in microseconds
 * @param p how likely ranks as far apart as these are where there is no difference; corrected after
 *     Holm for the number of comparisons
 */
public record Comparison(
    Question question, Kind one, Kind other, double medianDifference, double p) {
  private static final double RED = 0.001;

  /** Whether this is no chance. */
  public boolean isRed() {
    return p < RED;
  }

  boolean comparesTheSame(Comparison as) {
    return question == as.question && one == as.one && other == as.other;
  }

  /** Each kind with each other one, for each question. */
  public static List<Comparison> all(Timings timings) {
    var raw = new ArrayList<Comparison>();
    for (var question : Question.values()) {
      var kinds = Kind.askedBy(question);
      for (var one : kinds) {
        for (var other : kinds) {
          if (one.compareTo(other) < 0) {
            raw.add(of(question, one, other, timings));
          }
        }
      }
    }
    return corrected(raw);
  }

  private static Comparison of(Question question, Kind one, Kind other, Timings timings) {
    var first = timings.of(question, one);
    var second = timings.of(question, other);
    return new Comparison(
        question,
        one,
        other,
        median(first) - median(second),
        new MannWhitneyUTest().mannWhitneyUTest(first, second));
  }

  /** Holm, 1979: the smallest p counts as often as there are comparisons, the next one less. */
  private static List<Comparison> corrected(List<Comparison> raw) {
    var corrected = new ArrayList<Comparison>();
    double least = 0;
    for (var next : raw.stream().sorted(Comparator.comparingDouble(Comparison::p)).toList()) {
      least = Math.max(least, Math.min(1, next.p * (raw.size() - corrected.size())));
      corrected.add(next.withP(least));
    }
    return List.copyOf(corrected);
  }

  private Comparison withP(double corrected) {
    return new Comparison(question, one, other, medianDifference, corrected);
  }

  static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  @Override
  public String toString() {
    return String.format(
        "%-25s %-13s %-13s medians %+7.0f us apart, p %.4f%s",
        question.title, one, other, medianDifference, p, isRed() ? "  RED" : "");
  }
}
