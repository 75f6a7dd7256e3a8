package dev.rekey.memory;

import dev.rekey.message.EventPublisher;
import dev.rekey.message.SendOutcome;
import dev.rekey.message.TeamEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is given, and answers as told. */
public final class RecordingEventPublisher implements EventPublisher {
  private final List<TeamEvent> published = new CopyOnWriteArrayList<>();
  private volatile SendOutcome outcome = new SendOutcome.Sent();

  /** From now on every event meets this; it is kept only if it is sent. */
  public void answers(SendOutcome next) {
    outcome = next;
  }

  public List<TeamEvent> published() {
    return List.copyOf(published);
  }

  @Override
  public SendOutcome publish(TeamEvent event) {
    if (outcome instanceof SendOutcome.Sent) {
      published.add(event);
    }
    return outcome;
  }
}
