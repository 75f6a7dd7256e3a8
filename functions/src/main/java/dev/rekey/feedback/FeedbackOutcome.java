package dev.rekey.feedback;

import java.util.Optional;

/** What came of a report for one recipient; {@code subject} is what the audit calls the address. */
sealed interface FeedbackOutcome {

  /** The address gets no further mail. */
  record Suppressed(String subject) implements FeedbackOutcome {}

  /** An operator has let it get mail again after that mail came back, and so it does. */
  record LiftedSince(String subject) implements FeedbackOutcome {}

  /**
   * No account has the address.
   *
   * @param subject empty for what is no address at all
   */
  record NoAccount(Optional<String> subject) implements FeedbackOutcome {}

  /** Nothing that keeps the next mail from being sent. */
  record Counted(String subject) implements FeedbackOutcome {}
}
