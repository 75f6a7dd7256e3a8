package dev.rekey.verifyreset;

import dev.rekey.audit.AuditEvent;

/** Why a passcode was not accepted; for the audit alone, all are answered alike (R1). */
enum WrongCause {
  NOT_A_PASSCODE,
  NO_ATTEMPT_LEFT_OR_NO_PASSCODE,
  MISMATCH,
  /** It was the last miss that the address had. */
  MISMATCH_SHUT,
  NO_CONFIRMED_ACCOUNT,
  EXCHANGED_ALREADY;

  AuditEvent event() {
    return this == MISMATCH_SHUT ? AuditEvent.RECOVERY_SHUT : AuditEvent.AUTHN_PASSCODE_FAIL;
  }
}
