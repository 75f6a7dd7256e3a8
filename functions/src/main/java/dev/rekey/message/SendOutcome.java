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

  /**
   * A passing fault, and the provider said that it did not take the message, or was not reached:
   * throttled, 5xx, no connection, or for an operator.
   */
  record Failing(String reason) implements SendOutcome {}

  /** A passing fault after which nobody knows: the answer did not come, the message may be out. */
  record Unclear(String reason) implements SendOutcome {}
}
