package dev.rekey.local.rotation;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the clients have seen. Thread-safe. */
final class Tally {
  final AtomicInteger begun = new AtomicInteger();
  final AtomicInteger finished = new AtomicInteger();
  final AtomicInteger faults = new AtomicInteger();
  final AtomicInteger unavailable = new AtomicInteger();

  /** Resets that were begun and not finished, each with what the service said. */
  final Queue<String> lost = new ConcurrentLinkedQueue<>();

  /** Wrong guesses that the service charged, by the address guessed at. */
  final Map<String, Integer> charged = new ConcurrentHashMap<>();

  /** Looks at an answer in passing: a fault of the service is one, whoever got it. */
  Calls.Reply seen(Calls.Reply reply) {
    if (reply.unavailable()) {
      unavailable.incrementAndGet();
    } else if (reply.status() >= 500) {
      faults.incrementAndGet();
    }
    return reply;
  }
}
