package dev.rekey.keyrotation;

import dev.rekey.keys.KeyVersions;
import dev.rekey.keys.Keyring;
import dev.rekey.keys.KeyringJson;
import dev.rekey.keys.Keys;
import dev.rekey.memory.InMemoryKeyVersions;
import dev.rekey.testing.MovableClock;
import dev.rekey.testing.TestKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/** A secret with a keyring, and Secrets Manager that rotates it step by step. */
final class Rotation {
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final Duration CACHE_AGE = Duration.ofMinutes(5);
  static final String FIRST = "first-version-of-the-secret-00000001";

  final InMemoryKeyVersions versions = new InMemoryKeyVersions();
  final MovableClock clock = new MovableClock(NOW);
  private final SecureRandom random = new SecureRandom();
  private int rotations;

  Rotation() {
    this(KeyringJson.write(TestKeys.keyring()));
  }

  Rotation(String value) {
    versions.edit(FIRST, value);
  }

  /** The use case over those versions. */
  RotateKeys over(KeyVersions these) {
    return new RotateKeys(
        these, new NextKeys(random, CACHE_AGE), new Trial(random), CACHE_AGE, clock);
  }

  RotationOutcome step(RotationStep step, String version) {
    return over(versions).run(step, version);
  }

  /** Secrets Manager begins a rotation; returns the version that it is to make. */
  String begin() {
    rotations++;
    var version = "version-that-a-rotation-makes-000000" + rotations;
    versions.begin(version);
    return version;
  }

  /** A whole rotation, which must succeed. */
  Keyring rotate() {
    var version = begin();
    for (var step : RotationStep.values()) {
      if (step(step, version) instanceof RotationOutcome.NotRotated(var why)) {
        throw new AssertionError(step + " was refused: " + why);
      }
    }
    return current();
  }

  /** What readers read. */
  Keyring current() {
    return KeyringJson.read(
        versions.value(versions.describe().current().orElseThrow()).orElseThrow());
  }

  Keyring pending(String version) {
    return KeyringJson.read(versions.value(version).orElseThrow());
  }

  /** The keys of a reader that reads them at every call. */
  Keys keys() {
    return new Keys(this::current, clock, Duration.ofNanos(1));
  }
}
