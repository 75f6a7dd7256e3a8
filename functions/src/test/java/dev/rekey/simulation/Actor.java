package dev.rekey.simulation;

import dev.rekey.account.StoreUnavailable;
import dev.rekey.keys.KeysUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call in flight. It runs in a virtual thread, but only while the scheduler waits for it: the
 * two hand over to each other, so that one of them runs at any time and nothing is left to chance.
 */
final class Actor {
  private final Thread scheduler = Thread.currentThread();
  private final Thread thread;
  private volatile boolean running;
  private Fault fault = Fault.NONE;
  private List<Fault> faults = List.of();
  private @Nullable Answer answer;
  private @Nullable Throwable broken;

  Actor(Supplier<Answer> call) {
    thread = Thread.ofVirtual().unstarted(() -> run(call));
  }

  /** Runs up to the first port call. */
  void begin() {
    running = true;
    thread.start();
    await();
  }

  /** Makes the port call that it waits for, and runs up to the next one or the end. */
  void go(Fault next) {
    fault = next;
    running = true;
    LockSupport.unpark(thread);
    await();
  }

  /** How it ended; empty while it waits for a port call. */
  Optional<Answer> answer() {
    return Optional.ofNullable(answer);
  }

  /** What may happen to the port call that it waits for. */
  List<Fault> faults() {
    return faults;
  }

  /** Called within it, before each port call: gives the turn back, and learns what shall happen. */
  Fault pause(List<Fault> able) {
    faults = able;
    running = false;
    LockSupport.unpark(scheduler);
    while (!running) {
      LockSupport.park(this);
    }
    return fault;
  }

  private void await() {
    while (running) {
      LockSupport.park(this);
    }
    if (broken instanceof Violation violation) {
      throw violation;
    }
    if (broken != null) {
      throw new IllegalStateException("the service broke", broken);
    }
  }

  private void run(Supplier<Answer> call) {
    try {
      answer = call.get();
    } catch (Died _) {
      answer = new Answer.Died();
    } catch (StoreUnavailable | KeysUnavailable _) {
      answer = new Answer.Unavailable();
    } catch (Throwable bug) {
      broken = bug;
    } finally {
      running = false;
      LockSupport.unpark(scheduler);
    }
  }
}
