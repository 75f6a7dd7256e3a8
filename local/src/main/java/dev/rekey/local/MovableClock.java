package dev.rekey.local;

import dev.rekey.local.wire.KeptFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The service's clock: that of the machine, moved forward on demand. Thread-safe. */
public final class MovableClock extends Clock {
  private static final Duration FURTHEST = Duration.ofDays(36_500);

  private final KeptFile file;
  private volatile Duration ahead;

  /**
   * Goes on as far ahead as an earlier life was.
   *
   * @throws RunnerException when that cannot be read
   */
  public MovableClock(Optional<Path> folder) {
    file = KeptFile.in(folder, "clock");
    ahead = file.read(MovableClock::ahead).orElse(Duration.ZERO);
  }

  private static Duration ahead(String text) {
    var ahead = Duration.parse(text.strip());
    if (ahead.isNegative() || ahead.compareTo(FURTHEST) > 0) {
      throw new IllegalArgumentException("no clock was ever moved by " + ahead);
    }
    return ahead;
  }

  /**
   * Moves it forward.
   *
   * @throws IllegalArgumentException when that is not forward, or over a hundred years in all
   */
  public synchronized Instant advance(Duration by) {
    if (by.isNegative() || by.compareTo(FURTHEST.minus(ahead)) > 0) {
      throw new IllegalArgumentException("the clock goes forward only, a hundred years at most");
    }
    var next = ahead.plus(by);
    file.write(next + "\n");
    ahead = next;
    return instant();
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    if (zone.equals(ZoneOffset.UTC)) {
      return this;
    }
    throw new UnsupportedOperationException("the service works in UTC");
  }
}
