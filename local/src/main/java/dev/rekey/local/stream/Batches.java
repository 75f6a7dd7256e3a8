package dev.rekey.local.stream;

import dev.rekey.local.template.MappingSpec;
import dev.rekey.local.wire.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Works batches in order until every record is done or older than the template allows: partial
 * failures move the start of the batch, errors halve it where the template says so.
 */
final class Batches {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Calls the function of the mapping. */
  @FunctionalInterface
  interface Call {
    byte[] invoke(byte[] event) throws Exception;
  }

  /** Waits between two tries. */
  @FunctionalInterface
  interface Pause {
    void sleep(Duration pause) throws InterruptedException;
  }

  private final MappingSpec mapping;
  private final Call call;
  private final InstantSource clock;
  private final Pause pause;
  private final Progress progress;

  Batches(MappingSpec mapping, Call call, InstantSource clock, Pause pause, Progress progress) {
    this.mapping = mapping;
    this.call = call;
    this.clock = clock;
    this.pause = pause;
    this.progress = progress;
  }

  /** Returns when all of the batch is done or dropped. */
  void work(List<StreamRecord> batch) throws InterruptedException {
    var left = batch;
    var wait = FIRST_PAUSE;
    while (true) {
      left = withoutExpired(left);
      if (left.isEmpty()) {
        return;
      }
      switch (invoke(left)) {
        case BatchResult.Done _ -> {
          progress.finish(left);
          return;
        }
        case BatchResult.FailedFrom(int index) -> {
          progress.finish(left.subList(0, index));
          left = left.subList(index, left.size());
        }
        case BatchResult.Failed(String cause) -> {
          if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException(); // the runner ends, which is no failure to tell of
          }
          System.err.println("stream: " + cause);
          if (mapping.bisect() && left.size() > 1) {
            work(left.subList(0, left.size() / 2));
            work(left.subList(left.size() / 2, left.size()));
            return;
          }
        }
      }
      pause.sleep(wait);
      wait =
          wait.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? wait.multipliedBy(2) : LONGEST_PAUSE;
    }
  }

  private BatchResult invoke(List<StreamRecord> batch) {
    var event = Json.object();
    event.putArray("Records").addAll(batch.stream().<JsonNode>map(StreamRecord::json).toList());
    try {
      var answer = call.invoke(Json.bytes(event));
      return mapping.partialFailures() ? BatchResult.read(answer, batch) : new BatchResult.Done();
    } catch (Exception e) { // whatever a function throws is a failed batch
      return new BatchResult.Failed(String.valueOf(e.getMessage()));
    }
  }

  private List<StreamRecord> withoutExpired(List<StreamRecord> records) {
    var oldest = clock.instant().minus(mapping.maximumAge());
    var expired = records.stream().filter(r -> r.createdAt().isBefore(oldest)).toList();
    if (expired.isEmpty()) {
      return records;
    }
    System.err.println("stream: gave up " + expired.size() + " records over their age");
    progress.finish(expired);
    return records.stream().filter(r -> !r.createdAt().isBefore(oldest)).toList();
  }
}
