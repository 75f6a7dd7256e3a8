package dev.rekey.keyrotation;

import dev.rekey.keys.KeySet;
import dev.rekey.keys.Keyed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long a key stays listed after its successor came into use: as long as something made under it
 * can be alive (docs/adr/0016). Peppers and the keys that seal addresses stay for ever, since a
 * hash and the address of an account live as long as the account.
 */
final class Retention {
  /** A passcode lives ten minutes at most, its record in the stream a day. */
  static final Duration CODE_KEYS = Duration.ofDays(2);

  /** How long a client may go on with a public key that it has fetched. */
  static final Duration PAIRS = Duration.ofDays(28);

  private Retention() {}

  /** The keys that must stay listed at this moment, newest first. Never none. */
  static <K> List<Keyed<K>> needed(KeySet<K> keys, Duration after, Instant now) {
    return keys.keys().stream().filter(key -> isNeeded(key, keys, after, now)).toList();
  }

  private static <K> boolean isNeeded(Keyed<K> key, KeySet<K> among, Duration after, Instant now) {
    return among.keys().stream()
        .map(Keyed::notBefore)
        .filter(key.notBefore()::isBefore)
        .noneMatch(successor -> !successor.plus(after).isAfter(now));
  }
}
