package dev.rekey.local.bench;

import dev.rekey.local.demo.RunnerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code make bench}: whole resets by e-mail, one after the other, all in memory. */
public final class Benchmark {
  private static final int WARM_UP = 100;
  private static final int RESETS = 200;

  private Benchmark() {}

  /**
   * Starts a runner of its own, measures and prints.
   *
   * @param arguments the class path of the runner
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    long start = System.nanoTime();
    // Everybody is 127.0.0.1 here.
    var settings = Map.of("REKEY_RATE_PER_SOURCE", "100000");
    try (var runner = RunnerProcess.start(arguments[0], settings)) {
      System.out.printf("ready after %d ms%n", (System.nanoTime() - start) / 1_000_000);
      var calls = new ResetCalls(runner.uri());
      measure(calls, "warm", WARM_UP);
      var samples = measure(calls, "person", RESETS);
      System.out.println(RESETS + " resets: send, wait for the message, verify, reset");
      print("whole reset", samples.stream().map(Sample::whole).toList());
      print("delivery", samples.stream().map(Sample::delivery).toList());
    }
  }

  private static List<Sample> measure(ResetCalls calls, String name, int times)
      throws IOException, InterruptedException {
    var samples = new ArrayList<Sample>();
    for (int i = 0; i < times; i++) {
      samples.add(calls.reset(name + i));
    }
    return samples;
  }

  private static void print(String what, List<Duration> durations) {
    var sorted = durations.stream().sorted().toList();
    System.out.printf(
        "%-12s p50 %5d ms   p95 %5d ms%n",
        what, percentile(sorted, 50).toMillis(), percentile(sorted, 95).toMillis());
  }

  private static Duration percentile(List<Duration> sorted, int percent) {
    return sorted.get((sorted.size() - 1) * percent / 100);
  }
}
