package dev.rekey.local.conformance;

import static dev.rekey.local.conformance.Outcome.Why.THROTTLED;

import java.time.Duration;

/** The limit of calls of one source. */
final class Throttle {
  private static final int MOST = 1000; // more is no limit against somebody who asks for many

  private Throttle() {}

  static Rule rule() {
    return new Rule(
        "R4",
        "A source that asks for many people is stopped, whoever they are.",
        probe -> {
          Broken.unless(
              probe.limits().callsPerMinute() <= MOST,
              "%d calls a minute of one source are no limit",
              probe.limits().callsPerMinute());
          boolean stopped = fill(probe, 0);
          empty(probe);
          Broken.unless(
              stopped,
              "%d calls of one source within seconds were all served",
              2 * probe.limits().callsPerMinute() + 1);
        });
  }

  /**
   * Asks for strangers until the source is refused; the minute may turn once in between.
   *
   * @return whether it was
   */
  static boolean fill(Probe probe, int source) {
    for (int call = 0; call <= 2 * probe.limits().callsPerMinute(); call++) {
      var ask = probe.service().ask(Channel.MAIL, probe.stranger().email());
      if (probe.sayUncounted(ask, source).isRefused(THROTTLED)) {
        return true;
      }
    }
    return false;
  }

  /** Lets the source call again. */
  static void empty(Probe probe) {
    try {
      probe.service().forgetCalls();
    } catch (NotAsked e) {
      probe.pass(Duration.ofMinutes(1));
    }
  }
}
