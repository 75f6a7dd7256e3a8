package dev.rekey.verifyreset;

import dev.rekey.passcode.IssuedPasscode;

/** What an attempt at a passcode showed. */
sealed interface AttemptOutcome {

  /** It is the one, and alive. */
  record Right(IssuedPasscode passcode) implements AttemptOutcome {}

  /** It was the one, but its time is over; only who knew it learns that. */
  record Expired() implements AttemptOutcome {}

  /** It is not the one, or there is none, or no attempt was left. */
  record Wrong(WrongCause cause) implements AttemptOutcome {}
}
