package dev.rekey.local.silence;

import dev.rekey.local.demo.RunnerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code make silence}: 2,000 people of each kind are asked for in each way, the times of the
 * answers are compared, and a page with the distributions is kept (R2, invariant 6).
 */
public final class Silence {
  private static final int WARM_UP = 100;

  private Silence() {}

  /**
   * Measures and prints.
   *
   * @param arguments the class path of the runner, the people of each kind, the seed of the order,
   *     the page to write
   * @throws IllegalStateException when a kind of people can be told by the time
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int people = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    var page = Path.of(arguments[3]);
    try (var runner = RunnerProcess.start(arguments[0], Interview.SETTINGS)) {
      var interview = new Interview(runner.uri(), seed);
      interview.ask(WARM_UP);
      var verdict = Verdict.of(interview, people);
      verdict.comparisons().forEach(System.out::println);
      Files.writeString(page, SilencePage.of(verdict));
      System.out.printf(
          "%,d people of each of %d kinds, %d comparisons, %d failures; the distributions: %s%n",
          people, Kind.values().length, verdict.comparisons().size(), verdict.red().size(), page);
      if (!verdict.red().isEmpty()) {
        throw new IllegalStateException("the time tells who has an account: " + verdict.red());
      }
    }
  }
}
