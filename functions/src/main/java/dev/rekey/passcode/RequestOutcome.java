package dev.rekey.passcode;

/** What became of a request for a passcode. */
public sealed interface RequestOutcome {

  /** Stored, and with it the promise to deliver. */
  record Requested() implements RequestOutcome {}

  /** The last send was too short a time ago; nothing changed. */
  record TooSoon() implements RequestOutcome {}

  /** Nothing changed and nothing will be sent; the caller is answered as if it were. */
  record Silenced(Cause cause) implements RequestOutcome {}

  /** Why a request is met with silence. */
  enum Cause {
    SENDS_OF_THE_DAY,
    SENDS_OF_THE_SOURCE,
    SHUT
  }
}
