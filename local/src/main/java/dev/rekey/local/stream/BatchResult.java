package dev.rekey.local.stream;

import dev.rekey.local.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a function said of a batch, as Lambda reads it. */
sealed interface BatchResult {
  /** All records are done. */
  record Done() implements BatchResult {}

  /** All before this record are done; it and all after it must come again. */
  record FailedFrom(int index) implements BatchResult {}

  /** Nothing counts as done. */
  record Failed(String cause) implements BatchResult {}

  /** Reads {@code batchItemFailures}; of several the first of the batch counts. */
  static BatchResult read(byte[] answer, List<StreamRecord> batch) {
    JsonNode failures;
    try {
      var text = new String(answer, StandardCharsets.UTF_8);
      if (text.isBlank() || text.strip().equals("null")) {
        return new Done();
      }
      failures = Json.readObject(text).path("batchItemFailures");
    } catch (IllegalArgumentException e) {
      return new Failed("its answer is " + e.getMessage());
    }
    int first = batch.size();
    for (var failure : failures) {
      int index = index(Json.text(failure, "itemIdentifier"), batch);
      if (index < 0) {
        return new Failed("it names a record that is not in the batch");
      }
      first = Math.min(first, index);
    }
    return first == batch.size() ? new Done() : new FailedFrom(first);
  }

  private static int index(@Nullable String sequenceNumber, List<StreamRecord> batch) {
    for (int i = 0; i < batch.size(); i++) {
      if (batch.get(i).sequenceNumber().equals(sequenceNumber)) {
        return i;
      }
    }
    return -1;
  }
}
