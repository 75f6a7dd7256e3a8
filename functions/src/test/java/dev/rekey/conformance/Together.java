package dev.rekey.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many calls that all begin at once. */
public final class Together {
  private Together() {}

  /** Runs one call for each number from 0; the answers come in the order of the numbers. */
  public static <T> List<T> run(int calls, IntFunction<T> call) {
    var start = new CyclicBarrier(calls);
    var running = new ArrayList<Future<T>>();
    try (var threads = Executors.newFixedThreadPool(calls)) {
      for (int i = 0; i < calls; i++) {
        int number = i;
        running.add(
            threads.submit(() -> {
              start.await();
              return call.apply(number);
            }));
      }
      var answers = new ArrayList<T>();
      for (var future : running) {
        answers.add(future.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError("a call failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
