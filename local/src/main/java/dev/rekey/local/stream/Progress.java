package dev.rekey.local.stream;

import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.KeptFile;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was read and is not yet done. Lanes finish in any order; the checkpoint stands before the
 * oldest record that is still open, so a kill repeats records and never skips one. Thread-safe.
 */
final class Progress {
  private record Open(Checkpoint position, String sequenceNumber) {}

  private final KeptFile file;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Set<String> done = new HashSet<>();

  Progress(KeptFile file) {
    this.file = file;
  }

  Optional<Checkpoint> checkpoint() {
    return file.read(text -> Json.read(text, Checkpoint.class));
  }

  /** Notes records in the order of the stream, before any of them is worked. */
  synchronized void read(String stream, String shard, List<StreamRecord> records) {
    for (var record : records) {
      var number = record.sequenceNumber();
      open.add(new Open(new Checkpoint(stream, shard, number), number));
    }
  }

  /**
   * Marks records as done; the new checkpoint is on file when this returns. Where it cannot be
   * written the old one stands: a restart repeats records then, and nothing is held up until it.
   */
  synchronized void finish(List<StreamRecord> records) {
    records.forEach(record -> done.add(record.sequenceNumber()));
    Checkpoint last = null;
    while (!open.isEmpty() && done.remove(open.getFirst().sequenceNumber())) {
      last = open.removeFirst().position();
    }
    if (last != null) {
      write(last);
    }
  }

  private void write(Checkpoint checkpoint) {
    try {
      file.write(Json.text(checkpoint));
    } catch (UncheckedIOException unwritable) {
      System.err.println("stream: its place is not kept: " + unwritable.getMessage());
    }
  }
}
