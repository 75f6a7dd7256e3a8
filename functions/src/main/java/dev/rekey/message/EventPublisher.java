package dev.rekey.message;

/** Tells the team's other systems what happened. Safe for use by many threads. */
public interface EventPublisher {

  /**
   * Publishes that a password was changed, at least once; receivers tell repetitions by the event
   * id. Faults are outcomes, never exceptions. Contract section 7.
   */
  SendOutcome passwordChanged(PasswordChanged event);
}
