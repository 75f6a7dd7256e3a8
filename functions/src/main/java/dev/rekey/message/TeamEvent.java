package dev.rekey.message;

import dev.rekey.address.Channel;
import java.time.Instant;
import java.time.LocalDate;

/** What the team's other systems hear of (docs/events.md). None of it says where somebody is. */
public sealed interface TeamEvent {

  /** The same for every repetition of this event, and of no other one. */
  String id();

  /**
   * A password was reset.
   *
   * @param accountId whose it was
   * @param at when the reset was finished
   */
  record PasswordChanged(String id, String accountId, Instant at) implements TeamEvent {

    /** Checks that both ids are there. */
    public PasswordChanged {
      notBlank(id, accountId);
    }
  }

  /**
   * Recovery by one address of an account was shut.
   *
   * @param accountId whose it is
   * @param subject what the lines of the audit call the address
   * @param channel of the address
   */
  record RecoveryShut(String accountId, String subject, Channel channel, Instant at)
      implements TeamEvent {

    /** Checks that both names are there. */
    public RecoveryShut {
      notBlank(accountId, subject);
    }

    /** An address is shut once in a moment. */
    @Override
    public String id() {
      return "shut." + subject + "." + at.toEpochMilli();
    }
  }

  /**
   * Passcodes by text to one country are held back for the rest of the day, so that somebody may
   * earn with them (R56).
   *
   * @param reason the cap that is used up, as the audit calls it
   * @param country ISO 3166
   * @param day the UTC day that the cap counts
   */
  record RecoveryAbuse(String reason, String country, LocalDate day) implements TeamEvent {

    /** Checks that both names are there. */
    public RecoveryAbuse {
      notBlank(reason, country);
    }

    /** One a day, country and reason, however many texts are held back. */
    @Override
    public String id() {
      return "abuse." + reason + "." + country + "." + day;
    }
  }

  private static void notBlank(String one, String other) {
    if (one.isBlank() || other.isBlank()) {
      throw new IllegalArgumentException("the names in an event must not be blank");
    }
  }
}
