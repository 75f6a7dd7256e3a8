package dev.rekey.simulation;

import dev.rekey.address.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One decision of the scheduler. Each can follow each other one, so that any part of a list of
 * steps is a list of steps: a slot that is busy or idle stands for the next one that is not.
 */
sealed interface Step {

  record Send(int slot, int person, int source) implements Step {}

  record Guess(int slot, Flight.Kind kind, int person, int source, Typed typed) implements Step {}

  record Reset(int slot, int person, Token token, Password password) implements Step {}

  /** Delivers the next record of the stream, or one that lies this far behind, once more. */
  record Deliver(int slot, Channel by, int behind) implements Step {}

  /** The call in this slot makes its next port call. */
  record Go(int slot, Fault fault) implements Step {}

  record Wait(Pause pause) implements Step {}

  /** An operator opens an address, whether or not it is shut. */
  record Open(int slot, int person) implements Step {}

  /** An operator erases what is kept of an address. */
  record Erase(int slot, int person) implements Step {}

  /** An operator takes the password from the account of an address, because others know it. */
  record Compromise(int slot, int person) implements Step {}

  record Team(Change change) implements Step {}

  record Keys(boolean away) implements Step {}

  /** What somebody types for a passcode. */
  enum Typed {
    RIGHT,
    EARLIER,
    WRONG,
    NO_PASSCODE
  }

  /** Which token somebody sends. */
  enum Token {
    LAST,
    EARLIER,
    MADE_UP
  }

  /** What somebody wants for a password. */
  enum Password {
    GOOD("seven green bicycles"),
    SHORT("short"),
    COMMON("password123"),
    UNREADABLE("\ud800");

    final String text;

    Password(String text) {
      this.text = text;
    }
  }

  /** What whoever keeps the accounts does meanwhile, without Rekey. */
  enum Change {
    DISABLE,
    ENABLE,
    UNVERIFY_MAIL,
    VERIFY_MAIL,
    MOVE_PHONE
  }

  /** How long nothing happens. */
  enum Pause {
    SECOND,
    TEN_SECONDS,
    MINUTE,
    FIVE_MINUTES,
    UNTIL_MIDNIGHT,
    DAY,
    MONTH;

    /** Just before midnight, and just before a month is over: where counts begin again. */
    Instant after(Instant now) {
      return switch (this) {
        case SECOND -> now.plusSeconds(1);
        case TEN_SECONDS -> now.plusSeconds(10);
        case MINUTE -> now.plusSeconds(60);
        case FIVE_MINUTES -> now.plusSeconds(300);
        case UNTIL_MIDNIGHT ->
            now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)).minusSeconds(5);
        case DAY -> now.plus(Duration.ofDays(1));
        case MONTH -> now.plus(Duration.ofDays(30)).minusSeconds(1);
      };
    }
  }
}
