package dev.rekey.message;

import java.time.Instant;

/**
 * A password was reset.
 *
 * @param eventId the same for every repetition of this event
 * @param accountId whose password it was
 * @param at when the reset was finished
 */
public record PasswordChanged(String eventId, String accountId, Instant at) {

  /** Checks that both ids are there. */
  public PasswordChanged {
    if (eventId.isBlank() || accountId.isBlank()) {
      throw new IllegalArgumentException("eventId and accountId must not be blank");
    }
  }
}
