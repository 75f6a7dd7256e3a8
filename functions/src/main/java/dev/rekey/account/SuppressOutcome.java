package dev.rekey.account;

/** What became of a suppression. */
public enum SuppressOutcome {
  /** The address gets no mail any more, now or since before. */
  SUPPRESSED,
  /** An operator has lifted it later than that happened: what comes late undoes nothing. */
  LIFTED_SINCE,
  /** No account has this address; nothing was written. */
  NO_ACCOUNT
}
