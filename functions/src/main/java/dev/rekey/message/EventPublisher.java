package dev.rekey.message;

/** Tells the team's other systems what happened. Safe for use by many threads. */
public interface EventPublisher {

  /**
   * Publishes an event, at least once; receivers tell repetitions by its id. Faults are outcomes,
   * never exceptions. Contract section 7, docs/events.md.
   */
  SendOutcome publish(TeamEvent event);
}
