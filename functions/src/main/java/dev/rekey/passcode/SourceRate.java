package dev.rekey.passcode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Most calls of one source to one route in one minute (R4). Immutable. */
public final class SourceRate {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Counter counter;
  private final int limit;

  /**
   * Counts with a counter that all functions share.
   *
   * @param limit calls a minute and route
   */
  public SourceRate(Counter counter, int limit) {
    this.counter = counter;
    this.limit = limit;
  }

  /**
   * Whether the call may go on; one without a source always may, because nobody could be told apart
   * by it.
   */
  public boolean admits(String route, Optional<Source> source, Instant now) {
    return source
        .map(known -> {
          var minute = now.truncatedTo(ChronoUnit.MINUTES);
          String name = "rate#" + route + "#" + known.rateKey() + "#" + minute.getEpochSecond();
          return counter.take(name, limit, minute.plus(KEPT));
        })
        .orElse(true);
  }
}
