package dev.rekey.testing;

import dev.rekey.keyrotation.FirstKeys;
import dev.rekey.keys.Keyring;
import dev.rekey.keys.Keys;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** One keyring for all tests of a run, as an installation gets it: making RSA primes is slow. */
public final class TestKeys {
  /** Ready long before any test's clock. */
  private static final Instant MADE_AT = Instant.parse("2020-01-01T00:00:00Z");

  private static final Keyring KEYRING = new FirstKeys(new SecureRandom()).make(MADE_AT);

  private TestKeys() {}

  public static Keyring keyring() {
    return KEYRING;
  }

  public static Keys keys() {
    return new Keys(() -> KEYRING, InstantSource.fixed(MADE_AT), Duration.ofDays(1));
  }
}
