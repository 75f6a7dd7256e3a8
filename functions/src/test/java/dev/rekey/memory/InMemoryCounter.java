package dev.rekey.memory;

import dev.rekey.passcode.Cap;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counters in memory; they forget nothing, since each name holds its window. Thread-safe. */
public final class InMemoryCounter implements Cap {
  private final Map<String, Integer> taken = new HashMap<>();

  @Override
  public synchronized boolean take(String name, int amount, int limit, Instant forgetAfter) {
    boolean left = taken.getOrDefault(name, 0) <= limit - amount;
    if (left) {
      taken.merge(name, amount, Integer::sum);
    }
    return left;
  }

  @Override
  public synchronized void giveBack(String name, int amount) {
    taken.computeIfPresent(name, (_, count) -> Math.max(0, count - amount));
  }
}
