package dev.rekey.local.rotation;

import dev.rekey.local.demo.RunnerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * {@code make drill-rotation}: the keys are rotated twice, a month apart by the service's clock,
 * while people reset their passwords and others guess (R52). Nobody may notice.
 */
public final class RotationDrill {
  private static final Duration CACHES_AGE_TWICE = Duration.ofMinutes(12);
  private static final Duration UNTIL_SHORTLY_BEFORE_USE = Duration.ofMinutes(23 * 60 + 53);
  private static final Duration ACROSS_FIRST_USE = Duration.ofMinutes(15);
  private static final Duration A_MONTH_LESS_A_DAY = Duration.ofDays(29);
  private static final int VETERANS = 5;

  private final Calls calls;
  private final Tally tally = new Tally();
  private final Set<String> everListed = new HashSet<>();
  private int passed;
  private int failed;

  private RotationDrill(Calls calls) {
    this.calls = calls;
  }

  /**
   * Starts a runner of its own, drills, prints, and ends with 1 if anything was noticed.
   *
   * @param arguments the class path of the runner
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int failed;
    var settings =
        Map.of("REKEY_RATE_PER_SOURCE", "100000", "REKEY_TRUSTED_SOURCES", "127.0.0.1/32");
    try (var runner = RunnerProcess.start(arguments[0], settings)) {
      failed = new RotationDrill(new Calls(runner.uri())).run();
    }
    System.exit(failed == 0 ? 0 : 1);
  }

  private int run() throws InterruptedException {
    var veterans = IntStream.range(0, VETERANS).mapToObj(i -> "veteran" + i).toList();
    veterans.forEach(name -> Resets.put(calls, name));
    var first = calls.system();
    Set<String> last;
    int atFirst;
    try (var load = new Load(calls, tally)) {
      load.spread();
      load.work(Duration.ofMinutes(2));
      var afterFirst = rotate(load);
      atFirst = afterFirst.size() / 2; // each kind had one key and got one more
      load.rest(A_MONTH_LESS_A_DAY);
      load.spread();
      load.fetchKeys();
      load.work(Duration.ofMinutes(2));
      last = rotate(load);
    }
    var again = new Resets(calls, tally, "192.0.2.99", calls::system);
    veterans.forEach(again::reset);
    report(first.equals(calls.system()), atFirst, last);
    return failed;
  }

  /** One rotation, until its keys are in use; the ids of all keys that were listed after it. */
  private Set<String> rotate(Load load) throws InterruptedException {
    var reply = calls.local("POST", "rotate", Map.of());
    check("a rotation answers 200", reply.status(), reply.status() == 200, reply.body().toString());
    var listed = new TreeSet<String>();
    for (var kind : reply.body().properties()) {
      kind.getValue()
          .valueStream()
          .forEach(id -> listed.add(kind.getKey() + " " + id.asString("")));
    }
    everListed.addAll(listed);
    load.work(CACHES_AGE_TWICE);
    load.rest(UNTIL_SHORTLY_BEFORE_USE);
    load.work(ACROSS_FIRST_USE);
    return listed;
  }

  private void report(boolean sameKeys, int atFirst, Set<String> last) {
    int lost = tally.begun.get() - tally.finished.get();
    int charged = tally.charged.values().stream().mapToInt(it -> it).sum();
    var forgotten =
        tally.charged.entrySet().stream().mapToInt(it -> it.getValue() - misses(it.getKey()));
    int made = everListed.size() - atFirst;
    int retired = everListed.size() - last.size();
    check("resets begun", tally.begun.get(), tally.begun.get() >= 100, "too few to tell");
    System.out.printf("%-36s %5d%n", "resets finished", tally.finished.get());
    check("resets lost", lost, lost == 0 && tally.lost.isEmpty(), firstLost());
    check("wrong guesses charged", charged, charged >= 50, "too few to tell");
    int gone = forgotten.filter(it -> it > 0).sum();
    check("misses forgotten", gone, gone == 0, "");
    System.out.printf("%-36s %5d%n", "answers 503, and begun again", tally.unavailable.get());
    check("answers of a fault", tally.faults.get(), tally.faults.get() == 0, "");
    check("keys made", made, made == 10, "two of each of five kinds");
    check("keys retired", retired, retired == 3, "the first code key, RSA pair and SM2 pair");
    check("public keys given out are new", sameKeys ? 0 : 1, !sameKeys, "");
    System.out.printf("%d passed, %d failed%n", passed, failed);
  }

  private int misses(String email) {
    var body = Map.of("operation", "show", "address", email);
    return calls.local("POST", "operate", body).body().path("misses").asInt(0);
  }

  private String firstLost() {
    return String.join("\n  ", List.copyOf(tally.lost).stream().limit(5).toList());
  }

  private void check(String what, int figure, boolean right, String why) {
    System.out.printf("%-36s %5d %s%n", what, figure, right ? "ok" : "FAILED  " + why);
    if (right) {
      passed++;
    } else {
      failed++;
    }
  }
}
