package dev.rekey.keyrotation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.keyrotation.RotationOutcome.AlreadyDone;
import dev.rekey.keyrotation.RotationOutcome.Done;
import dev.rekey.keyrotation.RotationOutcome.NotRotated;
import dev.rekey.keyrotation.RotationOutcome.Rotated;
import dev.rekey.keys.KeyVersions;
import dev.rekey.keys.KeyVersions.Stage;
import dev.rekey.keys.Keyring;
import dev.rekey.keys.KeyringJson;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Rotates the keys, one step a call, as Secrets Manager asks for it. Each step may come again,
 * after it was done or died on its way: the versions of the secret are all its memory. On doubt it
 * refuses, and the keyring that everybody reads stays as it is (invariant 10). Thread-safe.
 */
public final class RotateKeys {
  private static final int MOST_BYTES = 65_536; // of one secret, by the quota of Secrets Manager

  private final KeyVersions versions;
  private final NextKeys next;
  private final Trial trial;
  private final Duration published;
  private final InstantSource clock;

  /**
   * Takes what a rotation needs.
   *
   * @param cacheAge how long readers use a keyring before they read it again
   */
  public RotateKeys(
      KeyVersions versions, NextKeys next, Trial trial, Duration cacheAge, InstantSource clock) {
    this.versions = versions;
    this.next = next;
    this.trial = trial;
    this.published = NextKeys.published(cacheAge);
    this.clock = clock;
  }

  /**
   * Does a step.
   *
   * @param version the id of the version that this rotation makes
   * @throws dev.rekey.keys.KeysUnavailable when the secret is out of reach; the step may be
   *     repeated
   */
  public RotationOutcome run(RotationStep step, String version) {
    var staged = versions.describe();
    if (!staged.rotates()) {
      return new NotRotated(RotationRefusal.ROTATION_IS_OFF);
    }
    if (staged.current().isEmpty()) {
      return new NotRotated(RotationRefusal.NO_CURRENT_VERSION);
    }
    var current = staged.current().get();
    if (current.equals(version)) {
      return new AlreadyDone();
    }
    if (!staged.pending().equals(Optional.of(version))) {
      return new NotRotated(RotationRefusal.NOT_PENDING);
    }
    return switch (step) {
      case CREATE -> create(version, current);
      case SET -> new Done(); // nobody but the readers of the secret must learn of new keys
      case TEST -> test(version, current);
      case FINISH -> finish(version, current);
    };
  }

  private RotationOutcome create(String version, String current) {
    if (versions.value(version).isPresent()) {
      return new AlreadyDone();
    }
    var keyring = Keyrings.read(versions.value(current));
    if (keyring.isEmpty()) {
      return new NotRotated(RotationRefusal.CURRENT_UNREADABLE);
    }
    var json = KeyringJson.write(next.after(keyring.get(), clock.instant()));
    if (json.getBytes(UTF_8).length > MOST_BYTES) {
      return new NotRotated(RotationRefusal.TOO_LARGE);
    }
    return versions.put(version, json, Stage.PENDING) ? new Done() : new AlreadyDone();
  }

  /**
   * Secrets Manager asks for this step alone where a schedule is new, and then nothing, or a copy
   * of the current version, is pending.
   */
  private RotationOutcome test(String version, String current) {
    var pending = versions.value(version);
    var pair = Pair.read(versions.value(current), pending.or(() -> versions.value(current)));
    return pair.refusal()
        .or(() -> refusal(pair))
        .<RotationOutcome>map(NotRotated::new)
        .orElseGet(Done::new);
  }

  private RotationOutcome finish(String version, String current) {
    var pending = versions.value(version);
    if (pending.isEmpty()) {
      return new NotRotated(RotationRefusal.NOTHING_PENDING);
    }
    // The value of exactly the version that is replaced below, so that no edit can come between.
    var pair = Pair.read(versions.value(current), pending);
    var refusal = pair.refusal().or(() -> refusal(pair));
    if (refusal.isPresent()) {
      return new NotRotated(refusal.get());
    }
    // It may have moved already, by an earlier try of this call whose answer was lost.
    boolean moved =
        versions.makeCurrent(version, current)
            || versions.describe().current().equals(Optional.of(version));
    var succession = pair.succession();
    return moved
        ? new Rotated(succession.made(), succession.retired())
        : new NotRotated(RotationRefusal.CURRENT_CHANGED);
  }

  private Optional<RotationRefusal> refusal(Pair pair) {
    return pair.succession()
        .refusal(clock.instant(), published)
        .or(() ->
            trial.passes(pair.pending().orElseThrow())
                ? Optional.empty()
                : Optional.of(RotationRefusal.KEY_DOES_NOT_WORK));
  }

  /** Both keyrings, as far as they can be read. */
  private record Pair(Optional<Keyring> current, Optional<Keyring> pending) {

    static Pair read(Optional<String> current, Optional<String> pending) {
      return new Pair(Keyrings.read(current), Keyrings.read(pending));
    }

    Optional<RotationRefusal> refusal() {
      if (current.isEmpty()) {
        return Optional.of(RotationRefusal.CURRENT_UNREADABLE);
      }
      return pending.isEmpty() ? Optional.of(RotationRefusal.PENDING_UNREADABLE) : Optional.empty();
    }

    Succession succession() {
      return new Succession(current.orElseThrow(), pending.orElseThrow());
    }
  }
}
