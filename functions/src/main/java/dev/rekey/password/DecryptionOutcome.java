package dev.rekey.password;

/** What came out of a password that a client sent. */
public sealed interface DecryptionOutcome {
  /** The password in clear; the policy has not seen it yet. */
  record Decrypted(PasswordText password) implements DecryptionOutcome {}

  /**
   * No password, for whatever cause: the causes must not be told apart, or the answers decrypt for
   * a stranger.
   */
  record Undecryptable() implements DecryptionOutcome {}
}
