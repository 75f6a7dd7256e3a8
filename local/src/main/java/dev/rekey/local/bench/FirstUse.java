package dev.rekey.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code make bench-start}: what each library costs when it is used first, each in a Java machine
 * of its own: the classes that are loaded and the time, and the time of the same once more.
 */
public final class FirstUse {
  private static final int RUNS = 5;

  private FirstUse() {}

  /**
   * Measures all.
   *
   * @param arguments the place in the list of the one that this machine is for; none: all, each in
   *     another machine
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length > 0) {
      System.out.println(
          measured(LibraryUse.ALL.get(Integer.parseInt(arguments[0])).preparation().get()));
      Runtime.getRuntime().halt(0);
    }
    System.out.printf("%-46s %7s %8s %8s%n", "first use of", "classes", "first", "again");
    for (int use = 0; use < LibraryUse.ALL.size(); use++) {
      var runs = new ArrayList<List<Long>>();
      for (int i = 0; i < RUNS; i++) {
        runs.add(inAnotherMachine(Integer.toString(use)));
      }
      System.out.printf(
          "%-46s %7d %5d ms %5d ms%n",
          LibraryUse.ALL.get(use).what(), median(runs, 0), median(runs, 1), median(runs, 2));
    }
  }

  private static String measured(Runnable use) {
    var classes = ManagementFactory.getClassLoadingMXBean();
    long before = classes.getTotalLoadedClassCount();
    long first = milliseconds(use);
    long loaded = classes.getTotalLoadedClassCount() - before;
    return loaded + " " + first + " " + milliseconds(use);
  }

  private static long milliseconds(Runnable use) {
    long start = System.nanoTime();
    use.run();
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private static List<Long> inAnotherMachine(String use) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var path = System.getProperty("java.class.path");
    var process =
        new ProcessBuilder(java, "-cp", path, FirstUse.class.getName(), use)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var line = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    process.waitFor();
    return List.of(line.split(" ", -1)).stream().map(Long::valueOf).toList();
  }

  private static long median(List<List<Long>> runs, int column) {
    return runs.stream().map(run -> run.get(column)).sorted().toList().get(runs.size() / 2);
  }
}
