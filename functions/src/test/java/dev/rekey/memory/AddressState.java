package dev.rekey.memory;

import dev.rekey.account.IssuedToken;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of one address; guarded by the monitor of its {@link InMemoryTables}. */
final class AddressState {
  /** The last send, whatever became of its passcode; none where only counts are left. */
  @Nullable PasscodeRequest asked;

  /** When that was. */
  Instant askedAt = Instant.EPOCH;

  /** Whether the passcode of the last send is still there: neither exchanged, spent nor shut. */
  boolean holdsPasscode;

  int total;
  final Map<String, Integer> tries = new HashMap<>();

  long sendDay;
  int sends;
  final Map<String, Integer> sendsBy = new HashMap<>();

  int misses;
  final Map<String, Missed> missesBy = new HashMap<>();

  /** The misses of a source up to the window of its last one. */
  record Missed(long window, int count) {
    static final Missed NEVER = new Missed(0, 0);

    int countsIn(long now) {
      return window >= now - 1 ? count : 0;
    }
  }

  @Nullable IssuedToken token;
  int refusals;

  @Nullable Instant shut;
  String operation = "";
  @Nullable OutboxEntry promised;

  static long day(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), Duration.ofDays(1).toSeconds());
  }

  PasscodeRequest lastSend() {
    if (asked == null) {
      throw new IllegalStateException("nothing but counts is left of it");
    }
    return asked;
  }

  boolean holds(Nonce nonce) {
    return holdsPasscode && lastSend().passcode().nonce().equals(nonce);
  }

  void dropPasscode() {
    holdsPasscode = false;
    total = 0;
    tries.clear();
  }

  /** All but the misses, whether it is shut, the last send and those of its day. */
  void erase() {
    dropPasscode();
    asked = null;
    token = null;
    refusals = 0;
    operation = "";
    promised = null;
  }

  /** Whether nothing tells whose it is, and nothing of it is good for anything. */
  boolean isCountsAlone() {
    return asked == null && !holdsPasscode && token == null && promised == null;
  }

  void forgetMisses() {
    misses = 0;
    missesBy.clear();
  }

  /** Whether one more attempt is within the budgets of the passcode. */
  boolean hasTries(Optional<Source> source, Limits limits) {
    boolean asker = key(source).equals(key(lastSend().source()));
    int left = asker ? limits.triesInAll() : limits.triesByStrangers();
    boolean sourceHas =
        source.isEmpty() || tries.getOrDefault(key(source), 0) < limits.triesPerSource();
    return total < Math.max(left, limits.triesByStrangers()) && sourceHas;
  }

  /** Whether one more miss is within what the address and the source may miss. */
  boolean hasMisses(Optional<Source> source, Instant now) {
    var by = missesBy.getOrDefault(key(source), Missed.NEVER);
    boolean sourceHas =
        by.window() <= window(now) && by.countsIn(window(now)) < Limits.MISSES_PER_SOURCE;
    return misses < Limits.MISSES_IN_ALL && sourceHas;
  }

  void count(Optional<Source> source, Instant now) {
    total++;
    misses++;
    source.ifPresent(known -> {
      tries.merge(known.itemKey(), 1, Integer::sum);
      missesBy.compute(
          known.itemKey(),
          (_, by) -> {
            int earlier = by == null ? 0 : by.countsIn(window(now));
            return new Missed(window(now), earlier + 1);
          });
    });
  }

  private static long window(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), Limits.MISS_WINDOW.toSeconds());
  }

  /** Two calls without a source count as the same one. */
  private static String key(Optional<Source> source) {
    return source.map(Source::itemKey).orElse("");
  }
}
