package dev.rekey.memory;

import dev.rekey.passcode.Caps;
import dev.rekey.passcode.Counter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counters in memory; they forget nothing, since each name holds its window. Thread-safe. */
public final class InMemoryCounter implements Counter, Caps {
  private final Map<String, Integer> taken = new HashMap<>();

  @Override
  public boolean take(String name, int limit, Instant forgetAfter) {
    return take(List.of(new Share(name, 1, limit)), forgetAfter).isEmpty();
  }

  @Override
  public synchronized Optional<Share> take(List<Share> shares, Instant forgetAfter) {
    var impossible = shares.stream().filter(share -> share.amount() > share.limit()).findFirst();
    if (impossible.isPresent()) {
      return impossible;
    }
    var refused =
        shares.stream()
            .filter(share -> taken.getOrDefault(share.name(), 0) > share.limit() - share.amount())
            .findFirst();
    if (refused.isEmpty()) {
      shares.forEach(share -> taken.merge(share.name(), share.amount(), Integer::sum));
    }
    return refused;
  }

  @Override
  public synchronized void giveBack(List<Share> shares) {
    if (shares.stream().allMatch(share -> taken.containsKey(share.name()))) {
      shares.forEach(share -> taken.merge(share.name(), -share.amount(), Integer::sum));
    }
  }

  @Override
  public synchronized void lower(String name, int amount) {
    taken.computeIfPresent(name, (_, count) -> count >= amount ? count - amount : count);
  }
}
