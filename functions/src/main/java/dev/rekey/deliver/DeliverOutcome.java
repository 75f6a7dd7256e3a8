package dev.rekey.deliver;

import dev.rekey.audit.AuditLine;

/** What became of one entry of the outbox. */
sealed interface DeliverOutcome {

  /** Delivered, or dropped for a reason that the audit tells: the entry is done with. */
  record Settled(AuditLine audit) implements DeliverOutcome {}

  /** A passing fault: this entry and all after it must come again. */
  record Again(AuditLine audit) implements DeliverOutcome {}

  /** The function of the other channel sees to it. */
  record NotOurs() implements DeliverOutcome {}
}
