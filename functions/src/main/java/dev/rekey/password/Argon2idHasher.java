package dev.rekey.password;

import dev.rekey.keys.Keys;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Argon2id (RFC 9106) with 16 bytes of salt and 32 of tag; the pepper is its secret input K (R31,
 * R32). Thread-safe; each call needs the memory of its {@link HashCost}.
 */
public final class Argon2idHasher implements PasswordHasher {
  private static final int SALT_LENGTH = 16;
  private static final int TAG_LENGTH = 32;

  private final Keys keys;
  private final HashCost cost;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * Reads no keys yet.
   *
   * @param random makes the salts
   */
  public Argon2idHasher(Keys keys, HashCost cost, InstantSource clock, SecureRandom random) {
    this.keys = keys;
    this.cost = cost;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public StoredHash hash(PasswordText password) {
    var pepper = keys.current().peppers().newest(clock.instant());
    var salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    var phc = PhcString.make(cost, salt, TAG_LENGTH, password.utf8(), pepper.key().copy());
    return new StoredHash(phc.text(), pepper.id());
  }

  @Override
  public boolean matches(PasswordText password, StoredHash stored) {
    var phc =
        PhcString.parse(stored.phc())
            .orElseThrow(() -> new IllegalStateException("a stored hash is not in PHC form"));
    var pepper =
        keys.find(keyring -> keyring.peppers().byId(stored.pepperId()))
            .orElseThrow(() -> new IllegalStateException("no pepper " + stored.pepperId()));
    return MessageDigest.isEqual(phc.tag(), phc.tagOf(password.utf8(), pepper.copy()));
  }
}
