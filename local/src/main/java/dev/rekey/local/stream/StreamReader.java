package dev.rekey.local.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads one stream, all its shards side by side and a shard never before all of its parent is read,
 * so that the changes of one item come in their order. For one thread.
 */
final class StreamReader {
  private final DynamoDbStreamsClient client;
  private final String stream;
  private final Set<String> finished = new HashSet<>();
  private final Deque<ShardReader> open = new ArrayDeque<>(); // the one to read next is the first
  private String shard = "";
  private boolean growing = true; // whether shards may be there that are not open yet

  private StreamReader(DynamoDbStreamsClient client, String stream) {
    this.client = client;
    this.stream = stream;
  }

  /** Goes on after the checkpoint, or from the oldest record where there is none. */
  static StreamReader goingOn(
      DynamoDbStreamsClient client, String stream, Optional<Checkpoint> checkpoint) {
    var reader = new StreamReader(client, stream);
    checkpoint.filter(point -> point.stream().equals(stream)).ifPresent(reader::goOn);
    return reader;
  }

  /** Begins with the first record that is written after this returns. */
  static StreamReader fromNow(DynamoDbStreamsClient client, String stream) {
    var reader = new StreamReader(client, stream);
    for (var shard : reader.shards()) {
      if (shard.sequenceNumberRange().endingSequenceNumber() == null) {
        reader.open.add(ShardReader.fromNow(client, stream, shard.shardId()));
      } else {
        reader.finished.add(shard.shardId());
      }
    }
    return reader;
  }

  String stream() {
    return stream;
  }

  /** The shard that the last records came from. */
  String shard() {
    return shard;
  }

  /** The next records, all of one shard; none when there are none yet. */
  List<StreamRecord> next() {
    if (growing) {
      grow();
    }
    for (int left = open.size(); left > 0; left--) {
      var reader = open.removeFirst();
      open.addLast(reader);
      var records = reader.next();
      if (reader.finished()) {
        open.remove(reader);
        finished.add(reader.shard());
        growing = true;
      }
      if (!records.isEmpty()) {
        shard = reader.shard();
        return records;
      }
    }
    return List.of();
  }

  /** The ancestors of the shard of the checkpoint were read in an earlier life. */
  private void goOn(Checkpoint point) {
    var parents = new HashMap<String, @Nullable String>();
    shards().forEach(each -> parents.put(each.shardId(), each.parentShardId()));
    if (!parents.containsKey(point.shard())) {
      return; // older than a day: what is left begins at the horizon
    }
    var parent = parents.get(point.shard());
    while (parent != null && finished.add(parent)) {
      parent = parents.get(parent);
    }
    var after = point.after();
    open.add(
        after == null
            ? ShardReader.fromStart(client, stream, point.shard())
            : ShardReader.after(client, stream, point.shard(), after));
  }

  /** Opens every shard whose parent is read, or too old to be listed. */
  private void grow() {
    var shards = shards();
    var listed = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
    var opened = open.stream().map(ShardReader::shard).collect(Collectors.toSet());
    for (var each : shards) {
      boolean isNew = !finished.contains(each.shardId()) && !opened.contains(each.shardId());
      if (isNew && (isRead(each.parentShardId()) || !listed.contains(each.parentShardId()))) {
        open.add(ShardReader.fromStart(client, stream, each.shardId()));
      }
    }
    var parents = shards.stream().map(Shard::parentShardId).collect(Collectors.toSet());
    growing = open.isEmpty() || !parents.containsAll(finished);
    finished.retainAll(listed);
  }

  private boolean isRead(@Nullable String parent) {
    return parent == null || finished.contains(parent);
  }

  private List<Shard> shards() {
    var shards = new ArrayList<Shard>();
    String last = null;
    do {
      var request = DescribeStreamRequest.builder().streamArn(stream);
      if (last != null) {
        request.exclusiveStartShardId(last);
      }
      var page = client.describeStream(request.build()).streamDescription();
      shards.addAll(page.shards());
      last = page.lastEvaluatedShardId();
    } while (last != null);
    return shards;
  }
}
