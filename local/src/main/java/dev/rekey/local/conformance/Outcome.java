package dev.rekey.local.conformance;

import java.time.Duration;

/** What an answer means, whatever words the service has for it. */
public sealed interface Outcome {

  /** The step was taken; of a look at a passcode: it is right. */
  record Done() implements Outcome {}

  /**
   * The passcode was exchanged.
   *
   * @param life of the token, as the answer tells it; zero where it tells none
   */
  record Granted(String token, Duration life) implements Outcome {
    @Override
    public String toString() {
      return "Granted[hidden]";
    }
  }

  /** The step was not taken. */
  record Refused(Why why) implements Outcome {}

  /** Why a step was not taken. */
  enum Why {
    /** Passcode or token are not good, for whatever reason. */
    WRONG,
    /** The passcode was right, and is over. */
    EXPIRED,
    /** Asked again within the cooldown. */
    TOO_SOON,
    /** Too many calls of one source. */
    THROTTLED,
    /** The new password breaks the service's rules. */
    UNFIT,
    /** The request is not of a form that the service takes. */
    MALFORMED,
    /** The service itself failed. */
    FAULT
  }
}
