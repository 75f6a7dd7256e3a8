package dev.rekey.local.stream;

import dev.rekey.local.RunnerException;
import dev.rekey.local.lambda.LambdaFunction;
import dev.rekey.local.template.MappingSpec;
import dev.rekey.local.wire.KeptFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Makes the mappings that the template declares. */
public final class StreamMappings {
  /** A stream that nobody else reads, in this process. */
  private static final Duration OFTEN = Duration.ofMillis(25);

  /** DynamoDB allows five reads of a shard in a second, and two functions read each. */
  private static final Duration IN_TURN = Duration.ofMillis(500);

  private final DynamoDbClient tables;
  private final DynamoDbStreamsClient streams;
  private final Optional<Path> folder;
  private final boolean shared;

  private StreamMappings(
      DynamoDbClient tables, DynamoDbStreamsClient streams, Optional<Path> folder, boolean shared) {
    this.tables = tables;
    this.streams = streams;
    this.folder = folder;
    this.shared = shared;
  }

  /**
   * Of streams that this runner alone reads, from where it stopped.
   *
   * @param folder where checkpoints are kept
   */
  public static StreamMappings ofOneReader(
      DynamoDbClient tables, DynamoDbStreamsClient streams, Optional<Path> folder) {
    return new StreamMappings(tables, streams, folder, false);
  }

  /**
   * Of streams that lived before this runner: what was written until now may have been delivered by
   * another one, so it is left alone.
   */
  public static StreamMappings ofShared(DynamoDbClient tables, DynamoDbStreamsClient streams) {
    return new StreamMappings(tables, streams, Optional.empty(), true);
  }

  /**
   * Makes the mapping of a table's stream to a function.
   *
   * @throws IllegalArgumentException when its filter uses what the runner does not know
   * @throws RunnerException when the table has no stream
   */
  public StreamMapping map(MappingSpec mapping, LambdaFunction function) {
    var filter = new EventFilter(mapping.patterns());
    var stream =
        tables
            .describeTable(request -> request.tableName(mapping.table()))
            .table()
            .latestStreamArn();
    if (stream == null) {
      throw new RunnerException("the table " + mapping.table() + " has no stream");
    }
    var progress = new Progress(KeptFile.in(folder, "stream-" + function.spec().name() + ".json"));
    // Records bear the time of this machine, whatever the service's clock was moved to.
    var batches =
        new Batches(mapping, function::invoke, InstantSource.system(), Thread::sleep, progress);
    var reader =
        shared
            ? StreamReader.fromNow(streams, stream)
            : StreamReader.goingOn(streams, stream, progress.checkpoint());
    var pause = shared ? IN_TURN : OFTEN;
    return new StreamMapping(mapping, filter, reader, progress, batches, pause);
  }
}
