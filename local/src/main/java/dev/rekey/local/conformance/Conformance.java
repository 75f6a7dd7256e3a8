package dev.rekey.local.conformance;

import dev.rekey.local.conformance.rekey.RekeyService;
import dev.rekey.local.demo.RunnerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** {@code make conformance}: holds a running service to what can be seen of R1 to R57. */
public final class Conformance {
  private static final int BROKEN = 1;
  private static final int WRONG_USE = 2;

  static {
    // Before the first HTTP client: R9 sends a Host of its own.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private Conformance() {}

  /**
   * Ends with 0 where no rule is broken, 1 where one is, 2 where the service could not be asked.
   *
   * @param arguments the class path of the runner; and the URL of a runner, or none to start one
   */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments, System.getenv(), System.out, System.err));
  }

  static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err)
      throws IOException {
    if (arguments.length > 1) {
      return ask(arguments[1], environment, out, err);
    }
    try (var runner = RunnerProcess.start(arguments[0], settings(environment))) {
      return ask(runner.uri().toString(), environment, out, err);
    }
  }

  /** A runner of its own is set as the kit is told that it is. */
  private static Map<String, String> settings(Map<String, String> environment) {
    var settings = new TreeMap<>(environment);
    settings.keySet().removeIf(name -> !name.startsWith("REKEY_") || name.equals("REKEY_DATA"));
    settings.remove("REKEY_PORT");
    return settings;
  }

  private static int ask(
      String url, Map<String, String> environment, PrintStream out, PrintStream err) {
    RekeyService service;
    try {
      service = RekeyService.at(url, environment);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return WRONG_USE;
    }
    // A run asks for some 2,000 people in more than twenty seconds: two runs have other people.
    long first = Instant.now().getEpochSecond() % 10_000_000 * 100;
    out.printf("%s, people from number %d%n", url, first);
    return new Report(out).ask(Rules.all(), new Probe(service, first)) ? 0 : BROKEN;
  }
}
