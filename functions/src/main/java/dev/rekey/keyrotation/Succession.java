package dev.rekey.keyrotation;

import static dev.rekey.keyrotation.RotationRefusal.ADDRESS_KEY_DIFFERS;
import static dev.rekey.keyrotation.RotationRefusal.KEY_LOST;
import static dev.rekey.keyrotation.RotationRefusal.KEY_TOO_SOON;

import dev.rekey.keys.KeySet;
import dev.rekey.keys.Keyed;
import dev.rekey.keys.Keyring;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether one keyring may take the place of another. Somebody may have edited either by hand, so
 * nothing is taken for granted of how they were made.
 */
final class Succession {
  private final Keyring current;
  private final Keyring next;

  Succession(Keyring current, Keyring next) {
    this.current = current;
    this.next = next;
  }

  /**
   * What forbids it at this moment, if anything does.
   *
   * @param published how long a new key must be listed before its first use
   */
  Optional<RotationRefusal> refusal(Instant now, Duration published) {
    byte[] address = current.addressKey().key().copy();
    if (!MessageDigest.isEqual(address, next.addressKey().key().copy())) {
      return Optional.of(ADDRESS_KEY_DIFFERS);
    }
    if (kinds().anyMatch(kind -> kind.lost(now) > 0)) {
      return Optional.of(KEY_LOST);
    }
    return kinds().anyMatch(kind -> kind.newBefore(now.plus(published)))
        ? Optional.of(KEY_TOO_SOON)
        : Optional.empty();
  }

  /** How many keys are listed that were not before. */
  int made() {
    return kinds().mapToInt(kind -> kind.made()).sum();
  }

  /** How many keys are not listed any more. */
  int retired() {
    return kinds().mapToInt(kind -> kind.retired()).sum();
  }

  private Stream<Kind<?>> kinds() {
    return Stream.of(
        new Kind<>(current.peppers(), next.peppers(), Optional.empty()),
        new Kind<>(current.codeKeys(), next.codeKeys(), Optional.of(Retention.CODE_KEYS)),
        new Kind<>(current.sealKeys(), next.sealKeys(), Optional.empty()),
        new Kind<>(current.rsaPairs(), next.rsaPairs(), Optional.of(Retention.PAIRS)),
        new Kind<>(current.sm2Pairs(), next.sm2Pairs(), Optional.of(Retention.PAIRS)));
  }

  /** The keys of one kind in both keyrings; without a retention they stay for ever. */
  private record Kind<K>(KeySet<K> current, KeySet<K> next, Optional<Duration> retention) {

    /** How many keys that are needed the next keyring has not, or not unchanged. */
    long lost(Instant now) {
      var needed =
          retention.map(after -> Retention.needed(current, after, now)).orElseGet(current::keys);
      return needed.stream().filter(key -> !next.keys().contains(key)).count();
    }

    /**
     * Whether the next keyring has a key that the current one has not, for use before this moment:
     * no reader would know it in time, or somebody has taken it out for good.
     */
    boolean newBefore(Instant first) {
      return next.keys().stream()
          .filter(key -> !current.keys().contains(key))
          .anyMatch(key -> key.notBefore().isBefore(first));
    }

    int made() {
      return without(next, current);
    }

    int retired() {
      return without(current, next);
    }

    private int without(KeySet<K> one, KeySet<K> other) {
      var ids = other.keys().stream().map(Keyed::id).toList();
      return (int) one.keys().stream().filter(key -> !ids.contains(key.id())).count();
    }
  }
}
