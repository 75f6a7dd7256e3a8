package dev.rekey.keyrotation;

import dev.rekey.keys.KeySet;
import dev.rekey.keys.Keyed;
import dev.rekey.keys.Keyring;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the keyring that follows another: the same address key, a new key of every other kind, and
 * what of the old ones is still needed. Thread-safe.
 */
public final class NextKeys {
  /** For how long a rotation that died on its way can still be finished. */
  static final Duration SLACK = Duration.ofDays(1);

  private final FirstKeys fresh;
  private final Duration lead;

  /**
   * Takes the source of all keys.
   *
   * @param random must be cryptographically secure
   * @param cacheAge how long readers use a keyring before they read it again
   */
  public NextKeys(SecureRandom random, Duration cacheAge) {
    this.fresh = new FirstKeys(random);
    this.lead = published(cacheAge).plus(SLACK);
  }

  /**
   * How long a key is published at least before its first use (design.md, Keys). After one age
   * everybody has read it; the second one is for clocks that differ and calls that are on their
   * way.
   */
  static Duration published(Duration cacheAge) {
    return cacheAge.multipliedBy(2);
  }

  /** Makes it; it takes up to a second, for the RSA primes. */
  public Keyring after(Keyring current, Instant now) {
    var made = fresh.make(now.plus(lead));
    return new Keyring(
        current.addressKey(),
        joined(made.peppers(), current.peppers().keys()),
        joined(made.codeKeys(), Retention.needed(current.codeKeys(), Retention.CODE_KEYS, now)),
        joined(made.sealKeys(), current.sealKeys().keys()),
        joined(made.rsaPairs(), Retention.needed(current.rsaPairs(), Retention.PAIRS, now)),
        joined(made.sm2Pairs(), Retention.needed(current.sm2Pairs(), Retention.PAIRS, now)));
  }

  private static <K> KeySet<K> joined(KeySet<K> made, List<Keyed<K>> kept) {
    return new KeySet<>(made.kind(), Stream.concat(made.keys().stream(), kept.stream()).toList());
  }
}
