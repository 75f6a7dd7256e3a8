package dev.rekey.local.stream;

import dev.rekey.local.template.MappingSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One mapping: polls the stream, drops what the filter does not pass, and deals the rest to as many
 * lanes as the template allows batches at once. All changes of one item go through one lane, so
 * they are worked in order while the trouble of one person does not hold up the others.
 */
public final class StreamMapping implements AutoCloseable {
  private static final Duration AFTER_TROUBLE = Duration.ofMillis(500);

  private final MappingSpec mapping;
  private final EventFilter filter;
  private final StreamReader reader;
  private final Progress progress;
  private final Batches batches;
  private final Duration pause; // between two reads, the last of which brought nothing
  private final List<BlockingQueue<StreamRecord>> lanes = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  StreamMapping(
      MappingSpec mapping,
      EventFilter filter,
      StreamReader reader,
      Progress progress,
      Batches batches,
      Duration pause) {
    this.mapping = mapping;
    this.filter = filter;
    this.reader = reader;
    this.progress = progress;
    this.batches = batches;
    this.pause = pause;
  }

  /** Begins to poll. */
  public void start() {
    for (int i = 0; i < mapping.parallelization(); i++) {
      var lane = new LinkedBlockingQueue<StreamRecord>();
      lanes.add(lane);
      threads.add(Thread.ofVirtual().name("lane-" + i).start(() -> untilStopped(() -> work(lane))));
    }
    threads.add(Thread.ofVirtual().name("poller").start(() -> untilStopped(this::poll)));
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }

  private void poll() throws InterruptedException {
    try {
      var records = reader.next();
      progress.read(reader.stream(), reader.shard(), records);
      progress.finish(records.stream().filter(r -> !filter.passes(r.json())).toList());
      records.stream().filter(r -> filter.passes(r.json())).forEach(r -> lane(r).add(r));
      if (records.isEmpty()) {
        Thread.sleep(pause);
      }
    } catch (RuntimeException e) { // whatever it is, a mapping that stopped for good would be worse
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      System.err.println("stream: " + e);
      Thread.sleep(AFTER_TROUBLE);
    }
  }

  private void work(BlockingQueue<StreamRecord> lane) throws InterruptedException {
    var batch = new ArrayList<StreamRecord>();
    batch.add(lane.take());
    lane.drainTo(batch, mapping.batchSize() - 1);
    batches.work(batch);
  }

  private BlockingQueue<StreamRecord> lane(StreamRecord record) {
    return lanes.get(Math.floorMod(record.key().hashCode(), lanes.size()));
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  @SuppressWarnings("InterruptedExceptionSwallowed") // an interrupt is how the runner stops a lane
  private static void untilStopped(Step step) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        step.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
