package dev.rekey.local.silence;

import java.io.IOException;
import java.util.List;

/**
 * Whether the time tells who has an account. What else a machine does can make one comparison red,
 * once in a thousand measurements; a leak is red each time. So a measurement with a red comparison
 * is made once more, with other people, and only what is red in both stays so.
 *
 * @param timings of the last measurement
 * @param comparisons of the last measurement, the least likely first
 * @param red what gives somebody away
 */
public record Verdict(Timings timings, List<Comparison> comparisons, List<Comparison> red) {

  /**
   * Asks, compares, and where something is red asks once more.
   *
   * @param people of each kind
   */
  public static Verdict of(Interview interview, int people)
      throws IOException, InterruptedException {
    var first = of(interview.ask(people));
    if (first.red.isEmpty()) {
      return first;
    }
    first.red.forEach(once -> System.out.println("once more, because of: " + once));
    var second = of(interview.ask(people));
    var both =
        second.red.stream().filter(it -> first.red.stream().anyMatch(it::comparesTheSame)).toList();
    return new Verdict(second.timings, second.comparisons, both);
  }

  private static Verdict of(Timings timings) {
    var comparisons = Comparison.all(timings);
    return new Verdict(
        timings, comparisons, comparisons.stream().filter(Comparison::isRed).toList());
  }
}
