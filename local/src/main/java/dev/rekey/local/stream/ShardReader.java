package dev.rekey.local.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads one shard to its end. For one thread. */
final class ShardReader {
  private final DynamoDbStreamsClient client;
  private final String stream;
  private final String shard;
  private ShardIteratorType origin; // where to begin while nothing was read
  private @Nullable String after; // null: nothing read
  private @Nullable String iterator; // null: not open
  private boolean finished;

  private ShardReader(
      DynamoDbStreamsClient client,
      String stream,
      String shard,
      ShardIteratorType origin,
      @Nullable String after) {
    this.client = client;
    this.stream = stream;
    this.shard = shard;
    this.origin = origin;
    this.after = after;
  }

  /** From its oldest record. */
  static ShardReader fromStart(DynamoDbStreamsClient client, String stream, String shard) {
    return new ShardReader(client, stream, shard, ShardIteratorType.TRIM_HORIZON, null);
  }

  /** From the record behind one that was read. */
  static ShardReader after(
      DynamoDbStreamsClient client, String stream, String shard, String sequenceNumber) {
    return new ShardReader(client, stream, shard, ShardIteratorType.TRIM_HORIZON, sequenceNumber);
  }

  /** From the first record that is written after this returns. */
  static ShardReader fromNow(DynamoDbStreamsClient client, String stream, String shard) {
    var reader = new ShardReader(client, stream, shard, ShardIteratorType.LATEST, null);
    reader.open();
    return reader;
  }

  String shard() {
    return shard;
  }

  /** Whether it is closed and all of it is read. */
  boolean finished() {
    return finished;
  }

  /** The next records, none when there are none yet. */
  List<StreamRecord> next() {
    try {
      if (iterator == null) {
        open();
      }
      return read();
    } catch (ExpiredIteratorException e) { // the machine slept
      iterator = null;
    } catch (TrimmedDataAccessException e) { // older than a day: what is left begins at the horizon
      iterator = null;
      after = null;
      origin = ShardIteratorType.TRIM_HORIZON;
    } catch (ResourceNotFoundException e) { // the whole shard is older than a day
      finished = true;
    }
    return List.of();
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

  private void open() {
    var request = GetShardIteratorRequest.builder().streamArn(stream).shardId(shard);
    request =
        after == null
            ? request.shardIteratorType(origin)
            : request
                .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                .sequenceNumber(after);
    iterator = client.getShardIterator(request.build()).shardIterator();
  }
}
