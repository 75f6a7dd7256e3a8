package dev.rekey.local.stream;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a mapping came.
 *
 * @param stream the ARN; another one means another table
 * @param after the last record that is done; null: none of this shard
 */
record Checkpoint(String stream, String shard, @Nullable String after) {
  Checkpoint {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(shard, "shard");
  }
}
