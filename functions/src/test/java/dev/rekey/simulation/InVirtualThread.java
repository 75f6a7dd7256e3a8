package dev.rekey.simulation;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The scheduler's place: handing over between two threads of one kind costs a hundredth. */
final class InVirtualThread {
  private InVirtualThread() {}

  static <T> T get(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task)).join();
  }
}
