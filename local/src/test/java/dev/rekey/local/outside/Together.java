package dev.rekey.local.outside;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Calls at the same time. */
public final class Together {
  private Together() {}

  /** Makes the same call so many times at once; gives all answers. */
  public static List<Answer> call(int times, Callable<Answer> call) {
    var start = new CyclicBarrier(times);
    List<Future<Answer>> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          IntStream.range(0, times)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    start.await();
                    return call.call();
                  }))
              .toList();
    } // which waits for them all
    return answers.stream().map(Together::result).toList();
  }

  /** Its answer; a call that failed says why. */
  private static Answer result(Future<Answer> call) {
    return switch (call.state()) {
      case FAILED -> throw new AssertionError(call.exceptionNow());
      case SUCCESS, CANCELLED, RUNNING -> call.resultNow();
    };
  }
}
