package dev.rekey.password;

/**
 * Turns passwords into what is kept of them. Implementations are thread-safe and never cut a
 * password (R25).
 */
public interface PasswordHasher {
  /**
   * Hashes with a fresh salt, under the newest pepper: two hashes of one password differ.
   *
   * @throws dev.rekey.keys.KeysUnavailable when the peppers cannot be read
   */
  StoredHash hash(PasswordText password);

  /**
   * Whether this is the password that was hashed; compared in constant time.
   *
   * @throws dev.rekey.keys.KeysUnavailable when the peppers cannot be read
   * @throws IllegalStateException when the stored hash is broken or its pepper is not listed: a
   *     fault, not a "no"
   */
  boolean matches(PasswordText password, StoredHash stored);
}
