package dev.rekey.local.rotation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Clients that work all the time, and the service's clock that moves on with them: a minute when
 * each has done something, so that no reset takes more than two, on however slow a machine.
 */
final class Load implements AutoCloseable {
  private static final int RESETTING = 4;
  private static final int GUESSING = 2;
  private static final Duration TICK = Duration.ofMinutes(1);
  private static final Duration CACHE_AGE = Duration.ofMinutes(5); // REKEY_KEYS_MAX_AGE

  private final Calls calls;
  private final Tally tally;
  private final List<AtomicInteger> done = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final ReadWriteLock days = new ReentrantReadWriteLock(true);
  private volatile boolean ended;
  private volatile JsonNode kept;

  Load(Calls calls, Tally tally) {
    this.calls = calls;
    this.tally = tally;
    this.kept = calls.system();
    for (int i = 0; i < RESETTING; i++) {
      int client = i;
      Supplier<JsonNode> keys = i % 2 == 0 ? calls::system : () -> kept;
      var resets = new Resets(calls, tally, "192.0.2." + (1 + i), keys);
      start(count -> resets.next("person" + client + "n" + count));
    }
    for (int i = 0; i < GUESSING; i++) {
      var guesses = new Guesses(calls, tally, i);
      start(_ -> guesses.next());
    }
  }

  private interface Work {
    void once(int count);
  }

  private void start(Work work) {
    var counter = new AtomicInteger();
    done.add(counter);
    threads.add(
        Thread.ofPlatform()
            .start(() -> {
              while (!ended) {
                days.readLock().lock();
                try {
                  work.once(counter.get());
                } catch (RuntimeException broken) {
                  tally.lost.add("a client broke: " + broken);
                } finally {
                  days.readLock().unlock();
                }
                counter.incrementAndGet();
              }
            }));
  }

  /** Lets the service's clock pass so much while everybody works. */
  void work(Duration time) throws InterruptedException {
    for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(TICK)) {
      var before = done.stream().map(AtomicInteger::get).toList();
      while (!everybodyWorkedSince(before)) {
        Thread.sleep(2);
      }
      advance(TICK);
    }
  }

  private boolean everybodyWorkedSince(List<Integer> before) {
    for (int i = 0; i < before.size(); i++) {
      if (done.get(i).get() == before.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Lets hours or days pass in which nobody is at work: what is begun is finished first. */
  void rest(Duration time) {
    days.writeLock().lock();
    try {
      advance(time);
    } finally {
      days.writeLock().unlock();
    }
  }

  /**
   * Lets the function that gives out public keys read the secret half a cache age before all others
   * do: what a new key would break if it were used too soon is what lies between them.
   */
  void spread() {
    days.writeLock().lock();
    try {
      advance(CACHE_AGE);
      calls.system();
      advance(CACHE_AGE.dividedBy(2));
    } finally {
      days.writeLock().unlock();
    }
  }

  /** The clients that keep public keys fetch them anew, as they must once in four weeks. */
  void fetchKeys() {
    kept = calls.system();
  }

  private void advance(Duration by) {
    calls.local("POST", "clock", Map.of("advance", by.toString()));
  }

  @Override
  public void close() {
    ended = true;
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
