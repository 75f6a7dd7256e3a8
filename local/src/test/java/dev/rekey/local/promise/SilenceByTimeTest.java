package dev.rekey.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.silence.Interview;
import dev.rekey.local.silence.Verdict;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Invariant 6 by time, with few people: {@code make silence} asks more. It judges no time but
 * whether the times of different people differ, in one run, on one machine: docs/silence.md.
 */
class SilenceByTimeTest {
  private static final int WARM_UP = 10;
  private static final int PEOPLE = 40; // of each kind

  @Test
  void r2_invariant6_answersEverybodyEquallyFast() throws IOException, InterruptedException {
    try (var runner = RunnerUnderTest.start(Interview.SETTINGS)) {
      var interview = new Interview(runner.uri(), 1);
      interview.ask(WARM_UP);
      var verdict = Verdict.of(interview, PEOPLE);
      System.out.println("silence, the likeliest leak: " + verdict.comparisons().getFirst());
      assertThat(verdict.red()).isEmpty();
    }
  }
}
