package dev.rekey.local.fault;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The faults that are set now. Thread-safe. */
public final class Faults {
  private final Map<End, Fault> active = new EnumMap<>(End.class);

  /** Ends all faults and begins these. */
  public synchronized void replace(Map<End, Fault> faults) {
    active.clear();
    active.putAll(faults);
  }

  /**
   * Called by an end for each request: waits as long as the fault says.
   *
   * @return the status to fail with, or nothing
   */
  public OptionalInt meet(End end) {
    var fault = take(end);
    if (fault == null) {
      return OptionalInt.empty();
    }
    fault.delay().ifPresent(Faults::sleep);
    return fault.status();
  }

  private synchronized @Nullable Fault take(End end) {
    var fault = active.get(end);
    if (fault != null && fault.times().isPresent()) {
      long left = fault.times().getAsLong() - 1;
      if (left <= 0) {
        active.remove(end);
      } else {
        active.put(end, new Fault(fault.status(), OptionalLong.of(left), fault.delay()));
      }
    }
    return fault;
  }

  private static void sleep(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
