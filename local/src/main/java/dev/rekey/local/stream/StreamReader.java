package dev.rekey.local.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads one stream from where it stopped, shard after shard. For one thread. */
final class StreamReader {
  private final DynamoDbStreamsClient client;
  private final String stream;
  private @Nullable String shard; // null: before the oldest one
  private @Nullable String after; // null: nothing read of this shard
  private @Nullable String iterator; // null: not open
  private boolean finished; // this shard is closed and all of it is read

  /** Goes on after the checkpoint, or from the oldest record where there is none. */
  StreamReader(DynamoDbStreamsClient client, String stream, Optional<Checkpoint> checkpoint) {
    this.client = client;
    this.stream = stream;
    checkpoint
        .filter(point -> point.stream().equals(stream))
        .ifPresent(point -> {
          shard = point.shard();
          after = point.after();
        });
  }

  String stream() {
    return stream;
  }

  /** The shard that the last records came from. */
  String shard() {
    return shard == null ? "" : shard;
  }

  /** The next records, none when there are none yet. */
  List<StreamRecord> next() {
    if (iterator == null && !open()) {
      return List.of();
    }
    try {
      return read();
    } catch (ExpiredIteratorException e) { // the machine slept
      iterator = null;
      return List.of();
    } catch (TrimmedDataAccessException e) { // older than a day: what is left begins at the horizon
      iterator = null;
      shard = null;
      after = null;
      return List.of();
    }
  }

  private List<StreamRecord> read() {
    var answer = client.getRecords(request -> request.shardIterator(iterator));
    iterator = answer.nextShardIterator();
    finished = iterator == null;
    var records = new ArrayList<StreamRecord>();
    for (var record : answer.records()) {
      records.add(RecordJson.of(record, stream));
      after = record.dynamodb().sequenceNumber();
    }
    return records;
  }

  private boolean open() {
    var shards = client.describeStream(request -> request.streamArn(stream)).streamDescription();
    var here = find(shards.shards());
    if (here.isEmpty()) {
      return false;
    }
    if (!here.get().shardId().equals(shard)) {
      shard = here.get().shardId();
      after = null;
      finished = false;
    }
    var request = GetShardIteratorRequest.builder().streamArn(stream).shardId(shard);
    request =
        after == null
            ? request.shardIteratorType(ShardIteratorType.TRIM_HORIZON)
            : request
                .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                .sequenceNumber(after);
    iterator = client.getShardIterator(request.build()).shardIterator();
    return iterator != null;
  }

  /** The shard to read now: this one until all of it is read, then its child. */
  private Optional<Shard> find(List<Shard> shards) {
    if (shard == null) {
      return shards.stream().findFirst();
    }
    var current = shards.stream().filter(s -> s.shardId().equals(shard)).findFirst();
    if (current.isEmpty()) {
      return shards.stream().findFirst();
    }
    return finished
        ? shards.stream().filter(s -> shard.equals(s.parentShardId())).findFirst()
        : current;
  }
}
