package dev.rekey.local.conformance;

/** What somebody is to the service. */
public enum Standing {
  /** An account with both addresses confirmed. */
  ACTIVE,
  /** No account. */
  UNKNOWN,
  /** Both addresses confirmed, the account is switched off. */
  DISABLED,
  /** Neither address is confirmed. */
  UNVERIFIED,
  /** Confirmed e-mail address, no phone number. */
  MAIL_ONLY,
  /** Confirmed phone number, no e-mail address. */
  TEXT_ONLY,
  /** As ACTIVE, with a second factor. */
  SECOND_FACTOR;

  /** Whether a passcode may go out to such a person by this channel. */
  boolean isReachedBy(Channel channel) {
    return switch (this) {
      case ACTIVE, SECOND_FACTOR -> true;
      case MAIL_ONLY -> channel == Channel.MAIL;
      case TEXT_ONLY -> channel == Channel.TEXT;
      case UNKNOWN, DISABLED, UNVERIFIED -> false;
    };
  }
}
