package dev.rekey.feedback;

import dev.rekey.address.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One message of the topic, read. */
sealed interface Message {

  /**
   * What became of one mail.
   *
   * @param at when it came back
   * @param recipients those whom it says so of; empty for one that is no address of ours
   */
  record Report(Kind kind, Instant at, List<Optional<EmailAddress>> recipients) implements Message {
    public Report {
      recipients = List.copyOf(recipients);
    }
  }

  /** It names nobody whom the mail went to: a mailbox that forwards, or somebody's invention. */
  record Elsewhere() implements Message {}

  /** Of a mail that did not come back, or SES's greeting to a new topic: nothing to do. */
  record Other() implements Message {}

  /**
   * No message that SES would write.
   *
   * @param reason a word for the audit
   */
  record Unreadable(String reason) implements Message {}
}
