package dev.rekey.memory;

import dev.rekey.passcode.Counter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counters in memory; they forget nothing, since each name holds its window. Thread-safe. */
public final class InMemoryCounter implements Counter {
  private final Map<String, Integer> taken = new HashMap<>();

  @Override
  public synchronized boolean take(String name, int limit, Instant forgetAfter) {
    boolean left = taken.getOrDefault(name, 0) < limit;
    if (left) {
      taken.merge(name, 1, Integer::sum);
    }
    return left;
  }
}
