package dev.rekey.simulation;

import dev.rekey.keys.HmacKey;
import dev.rekey.keys.KeyBytes;
import dev.rekey.keys.KeySet;
import dev.rekey.keys.Keyed;
import dev.rekey.keys.Keyring;
import dev.rekey.keys.Keys;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.testing.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * The keys: those that passcodes and addresses hang on are the same in each run. A keyring is read
 * anew whenever time has moved, so that keys which are away are missed at once.
 */
final class SimulatedKeys {
  private static final HmacKey FIXED = new HmacKey(KeyBytes.of(new byte[32]));
  private static final Keyring KEYRING =
      new Keyring(
          FIXED,
          TestKeys.keyring().peppers(),
          new KeySet<>("code keys", List.of(new Keyed<>("fixed", Instant.EPOCH, FIXED))),
          TestKeys.keyring().sealKeys(),
          TestKeys.keyring().rsaPairs(),
          TestKeys.keyring().sm2Pairs());

  private final Gate gate;
  private final InstantSource clock;
  private boolean away;

  SimulatedKeys(Gate gate, InstantSource clock) {
    this.gate = gate;
    this.clock = clock;
  }

  /** Those of the invariants, which need them always. */
  static Keys always() {
    return new Keys(() -> KEYRING, InstantSource.fixed(Instant.EPOCH), Duration.ofDays(1));
  }

  void away(boolean now) {
    away = now;
  }

  Keys forAddresses() {
    return new Keys(this::load, clock, Duration.ofNanos(1));
  }

  /**
   * Keys look at the clock whenever they are asked for: so it is seen from outside when the digits
   * of a passcode are derived.
   */
  Keys forPasscodes(CodeInvariants codes) {
    return new Keys(
        this::load,
        () -> {
          if (gate.running().isAttempt()) {
            codes.looked(gate.running(), gate.running().source);
          }
          return clock.instant();
        },
        Duration.ofNanos(1));
  }

  private Keyring load() {
    if (away) {
      gate.running().failed = true;
      throw new KeysUnavailable("simulated", new TimeoutException());
    }
    return KEYRING;
  }
}
