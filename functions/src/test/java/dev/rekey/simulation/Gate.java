package dev.rekey.simulation;

import dev.rekey.account.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/** Every port call passes here: it waits for its turn, and meets what the scheduler decided. */
final class Gate {
  private @Nullable Flight running;

  /** What a port call does; it may happen, and its answer be lost. */
  interface Effect<T> {
    T happens();
  }

  /** The call that has the turn. */
  Flight running() {
    if (running == null) {
      throw new IllegalStateException("a port was called outside of a call");
    }
    return running;
  }

  void turnOf(Flight flight) {
    running = flight;
  }

  /** A call of a store. Where an answer is lost, the adapter repeats the very same request. */
  <T> T store(Effect<T> effect) {
    while (true) {
      switch (running().actor().pause(Fault.OF_STORES)) {
        case NONE, REJECTED -> {
          return effect.happens();
        }
        case TURNED_AWAY -> {}
        case ANSWER_LOST -> {
          effect.happens();
          running().repeated = true;
        }
        case OUT_OF_REACH -> throw unavailable();
        case ANSWERS_LOST -> {
          effect.happens();
          throw unavailable();
        }
        case DIES -> {
          effect.happens();
          throw new Died();
        }
        case DIES_BEFORE -> throw new Died();
      }
    }
  }

  private StoreUnavailable unavailable() {
    running().failed = true;
    return new StoreUnavailable("simulated", "NoAnswer");
  }
}
