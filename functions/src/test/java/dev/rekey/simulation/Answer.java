package dev.rekey.simulation;

import dev.rekey.account.AccountId;
import dev.rekey.account.ResetToken;
import dev.rekey.audit.AuditLine;
import dev.rekey.passcode.Erasure;
import dev.rekey.passcode.RequestOutcome;

/** How a call ended, as far as its caller learns. */
public sealed interface Answer {

  /** A passcode was asked for; silence looks like success. */
  record Asked(String requestId, RequestOutcome outcome) implements Answer {}

  /** A pre-check that was right. */
  record Proven() implements Answer {}

  record Expired() implements Answer {}

  record Wrong() implements Answer {}

  record Exchanged(ResetToken token) implements Answer {}

  record Done(AccountId account) implements Answer {}

  record BadToken() implements Answer {}

  /** The password was refused, or could not be read. */
  record Refused() implements Answer {}

  /** A record of the stream is done with. */
  record Settled(AuditLine line) implements Answer {}

  /** A record of the stream must come again. */
  record Again() implements Answer {}

  record NotOurs() implements Answer {}

  /** What an operator was told: whether there was something to open. */
  record Operated(boolean opened) implements Answer {}

  /** What an operator was told: what is left of an address. */
  record Erased(Erasure erasure) implements Answer {}

  /** What an operator was told: whether there was an account to take a password from. */
  record Compromised(boolean found) implements Answer {}

  /** 503: something was out of reach. */
  record Unavailable() implements Answer {}

  /** The process died; nobody was answered. */
  record Died() implements Answer {}
}
