package dev.rekey.verifyreset;

import dev.rekey.account.ResetToken;
import java.time.Duration;

/** What became of a passcode that somebody wants to exchange. */
sealed interface ExchangeOutcome {

  /** Here is the token, good for this long. */
  record Exchanged(ResetToken token, Duration life) implements ExchangeOutcome {}

  /** It was the right passcode, but its time is over. */
  record Expired() implements ExchangeOutcome {}

  /** Nothing is exchanged; {@code cause} is for the audit alone, all are answered alike (R1). */
  record Wrong(WrongCause cause) implements ExchangeOutcome {}
}
