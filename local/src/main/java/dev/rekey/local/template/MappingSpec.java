package dev.rekey.local.template;

import java.time.Duration;
import java.util.List;

/**
 * A mapping of a table's stream to a function.
 *
 * @param table the physical name
 * @param parallelization how many batches of different keys are worked at once
 * @param patterns filter patterns as JSON; a record passes when one of them matches, or there are
 *     none
 */
public record MappingSpec(
    String table,
    int batchSize,
    int parallelization,
    Duration maximumAge,
    boolean bisect,
    boolean partialFailures,
    List<String> patterns) {
  public MappingSpec {
    patterns = List.copyOf(patterns);
  }
}
