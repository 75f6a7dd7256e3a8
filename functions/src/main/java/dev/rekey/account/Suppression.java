package dev.rekey.account;

import java.time.Instant;

/**
 * Why an address gets no mail any more.
 *
 * @param since when the mail came back, or its owner complained
 */
public record Suppression(Instant since, Cause cause) {

  /** What happened. Names are kept in the directory, and are for good. */
  public enum Cause {
    /** There is no such mailbox. */
    BOUNCE,
    /** Whoever reads it called a mail spam. */
    COMPLAINT
  }
}
