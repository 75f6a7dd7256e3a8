package dev.rekey.account;

/** What became of a reset. */
public enum ResetOutcome {
  /** Token spent, password set, sessions ended, notice asked for. */
  DONE,
  /**
   * The token is spent, expired or overtaken by another reset, or the account or address is not
   * what it was: nothing changed.
   */
  STALE
}
