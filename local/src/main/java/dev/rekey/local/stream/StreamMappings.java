package dev.rekey.local.stream;

import dev.rekey.local.lambda.LambdaFunction;
import dev.rekey.local.template.MappingSpec;
import dev.rekey.local.wire.KeptFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Makes the mappings that the template declares. */
public final class StreamMappings {
  private final DynamoDbClient tables;
  private final DynamoDbStreamsClient streams;
  private final Optional<Path> folder;

  /**
   * Takes clients that no fault strikes.
   *
   * @param folder where checkpoints are kept
   */
  public StreamMappings(
      DynamoDbClient tables, DynamoDbStreamsClient streams, Optional<Path> folder) {
    this.tables = tables;
    this.streams = streams;
    this.folder = folder;
  }

  /**
   * Makes the mapping of a table's stream to a function; it goes on where it stopped.
   *
   * @throws IllegalArgumentException when its filter uses what the runner does not know
   */
  public StreamMapping map(MappingSpec mapping, LambdaFunction function) {
    var filter = new EventFilter(mapping.patterns());
    var stream =
        tables
            .describeTable(request -> request.tableName(mapping.table()))
            .table()
            .latestStreamArn();
    if (stream == null) {
      throw new IllegalArgumentException("the table " + mapping.table() + " has no stream");
    }
    var progress = new Progress(KeptFile.in(folder, "stream-" + function.spec().name() + ".json"));
    // Records bear the time of this machine, whatever the service's clock was moved to.
    var batches =
        new Batches(mapping, function::invoke, InstantSource.system(), Thread::sleep, progress);
    var reader = new StreamReader(streams, stream, progress.checkpoint());
    return new StreamMapping(mapping, filter, reader, progress, batches);
  }
}
