package dev.rekey.feedback;

import dev.rekey.account.Suppression.Cause;
import dev.rekey.audit.AuditEvent;
import java.util.Optional;

/** What became of a mail, by what Rekey does about it. */
enum Kind {
  /** The receiving server knows no such mailbox. */
  PERMANENT(AuditEvent.MAIL_BOUNCED, Optional.of(Cause.BOUNCE)),
  /** The receiving server refused that mail for good, for another reason: the next may arrive. */
  REFUSED(AuditEvent.MAIL_BOUNCED, Optional.empty()),
  /** SES did not even try: the address is on a suppression list of its own. */
  ON_A_LIST_OF_SES(AuditEvent.MAIL_BOUNCED, Optional.of(Cause.BOUNCE)),
  /** The mailbox is full, or away: the next mail may arrive. */
  TRANSIENT(AuditEvent.MAIL_BOUNCED, Optional.empty()),
  /** SES could not tell. */
  UNDETERMINED(AuditEvent.MAIL_BOUNCED, Optional.empty()),
  /** Whoever reads the mailbox called a mail spam. */
  COMPLAINT(AuditEvent.MAIL_COMPLAINED, Optional.of(Cause.COMPLAINT)),
  /** The contrary: a mail that was taken for spam is none. */
  NOT_SPAM(AuditEvent.MAIL_COMPLAINED, Optional.empty()),
  /** SES refused the mail for what is in it, which no recipient can help. */
  REJECTED(AuditEvent.MAIL_REJECTED, Optional.empty());

  private final AuditEvent event;
  private final Optional<Cause> cause;

  Kind(AuditEvent event, Optional<Cause> cause) {
    this.event = event;
    this.cause = cause;
  }

  AuditEvent event() {
    return event;
  }

  /** Why the address gets no further mail; empty where it does. */
  Optional<Cause> cause() {
    return cause;
  }
}
