package dev.rekey.message;

/**
 * What became of one message. A reason is a short code of the provider or of this project, fit for
 * a log: never an address, a passcode or the provider's own sentence, which may hold them.
 */
public sealed interface SendOutcome {

  /** The provider took the message. */
  record Sent() implements SendOutcome {}

  /** It can never be sent: rejected, suppressed, opted out, invalid. Trying again is of no use. */
  record Refused(String reason) implements SendOutcome {}

  /** A passing fault: throttled, 5xx, time-out, out of reach, or what an operator can mend. */
  record Failing(String reason) implements SendOutcome {}
}
