package dev.rekey.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keyring as last read, for at most a set age. Thread-safe: callers that need a read at the
 * same time share one.
 */
public final class Keys {
  /**
   * How far apart two reads for unknown ids are at least, so that made-up ids cannot hammer the
   * store.
   */
  static final Duration FORCED_APART = Duration.ofSeconds(10);

  private final KeyStore store;
  private final InstantSource clock;
  private final Duration maxAge;
  private volatile @Nullable Loaded loaded; // null until the first read: start-up needs no keys
  private volatile int failures; // written under the lock
  private @Nullable Instant forcedAt; // guarded by this; null until the first unknown id

  private record Loaded(Keyring keyring, Instant at) {}

  /**
   * Reads nothing yet.
   *
   * @param maxAge how long a keyring is used after it was read, above zero
   */
  public Keys(KeyStore store, InstantSource clock, Duration maxAge) {
    if (!maxAge.isPositive()) {
      throw new IllegalArgumentException("maxAge must be above zero");
    }
    this.store = store;
    this.clock = clock;
    this.maxAge = maxAge;
  }

  /**
   * The keyring, read again when it has reached its age.
   *
   * @throws KeysUnavailable when that read fails: a keyring over its age is not used any more
   *     (invariant 10)
   */
  public Keyring current() {
    var fresh = fresh();
    return fresh != null ? fresh : read();
  }

  /**
   * Looks something up that may have been made under a key which was published after the last read:
   * when it is not found, the keyring is read once more, though never twice within ten seconds for
   * this cause.
   *
   * @param lookup for example {@code keyring -> keyring.codeKeys().byId(id)}
   * @return nothing when the newest keyring does not have it either
   * @throws KeysUnavailable when the keyring cannot be read
   */
  public <T> Optional<T> find(Function<Keyring, Optional<T>> lookup) {
    var seen = current();
    return lookup.apply(seen).or(() -> lookup.apply(newerThan(seen)));
  }

  private synchronized Keyring newerThan(Keyring seen) {
    var current = current();
    var now = clock.instant();
    if (!current.equals(seen) || (forcedAt != null && now.isBefore(forcedAt.plus(FORCED_APART)))) {
      return current;
    }
    forcedAt = now;
    return load();
  }

  private Keyring read() {
    int seen = failures;
    synchronized (this) {
      var fresh = fresh(); // another caller may have read it while this one waited
      if (fresh == null && failures != seen) {
        // or failed: each would wait for the store in turn, and the last one for minutes
        throw new KeysUnavailable("the keys could not be read just now", new TimeoutException());
      }
      return fresh != null ? fresh : load();
    }
  }

  private synchronized Keyring load() {
    try {
      var keyring = store.load();
      loaded = new Loaded(keyring, clock.instant());
      return keyring;
    } catch (KeysUnavailable unavailable) {
      failures++;
      throw unavailable;
    }
  }

  private @Nullable Keyring fresh() {
    var last = loaded;
    return last != null && clock.instant().isBefore(last.at().plus(maxAge)) ? last.keyring() : null;
  }
}
