package dev.rekey.resetpassword;

import dev.rekey.account.AccountId;
import dev.rekey.password.PolicyVerdict;

/** What became of a new password. */
sealed interface ResetPasswordOutcome {

  /** It is set; {@code mfa}: sign-in still asks for the second factor (R37). */
  record Done(AccountId account, boolean mfa) implements ResetPasswordOutcome {}

  /**
   * The token is none, expired, spent or overtaken; {@code cause} is for the audit, all are
   * answered alike.
   */
  record BadToken(String cause) implements ResetPasswordOutcome {}

  /** The ciphertext cannot be read; the token lives on. */
  record Undecryptable() implements ResetPasswordOutcome {}

  /** The policy refuses the password; the token lives on. */
  record Unfit(PolicyVerdict verdict) implements ResetPasswordOutcome {}
}
