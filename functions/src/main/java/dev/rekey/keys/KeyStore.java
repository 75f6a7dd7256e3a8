package dev.rekey.keys;

/** Where the keyring is kept. Implementations are thread-safe. */
public interface KeyStore {
  /**
   * Reads the keyring anew: no cache.
   *
   * @throws KeysUnavailable when it cannot be read or is not whole; no default ever takes its place
   *     (invariant 10)
   */
  Keyring load();
}
