package dev.rekey.local.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A stream of several shards that split, as those of an account do and those of DynamoDB Local
 * never. It lists one shard a page and gives one record a read.
 */
final class FakeStreams implements DynamoDbStreamsClient {
  private static final class Part {
    private final @Nullable String parent; // null: it was there first
    private final List<String> numbers = new ArrayList<>();
    private boolean closed;

    private Part(@Nullable String parent) {
      this.parent = parent;
    }
  }

  private final Map<String, Part> shards = new LinkedHashMap<>();
  private boolean expired;

  void shard(String id, @Nullable String parent) {
    shards.put(id, new Part(parent));
  }

  void close(String id) {
    part(id).closed = true;
  }

  void write(String id, String... numbers) {
    part(id).numbers.addAll(List.of(numbers));
  }

  /** The next read finds its iterator expired. */
  void expire() {
    expired = true;
  }

  private Part part(String id) {
    return Objects.requireNonNull(shards.get(id), id);
  }

  @Override
  public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
    var ids = List.copyOf(shards.keySet());
    var last = request.exclusiveStartShardId();
    int next = last == null ? 0 : ids.indexOf(last) + 1;
    if (next == ids.size()) {
      return DescribeStreamResponse.builder().streamDescription(it -> it.shards(List.of())).build();
    }
    var id = ids.get(next);
    var part = part(id);
    var shard =
        Shard.builder()
            .shardId(id)
            .parentShardId(part.parent)
            .sequenceNumberRange(it -> it.endingSequenceNumber(part.closed ? "9" : null))
            .build();
    var more = next == ids.size() - 1 ? null : id;
    return DescribeStreamResponse.builder()
        .streamDescription(it -> it.shards(shard).lastEvaluatedShardId(more))
        .build();
  }

  @Override
  public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
    var numbers = part(request.shardId()).numbers;
    int position =
        switch (request.shardIteratorType()) {
          case TRIM_HORIZON -> 0;
          case LATEST -> numbers.size();
          case AFTER_SEQUENCE_NUMBER -> numbers.indexOf(request.sequenceNumber()) + 1;
          default -> throw new IllegalArgumentException(request.shardIteratorTypeAsString());
        };
    return GetShardIteratorResponse.builder()
        .shardIterator(request.shardId() + ":" + position)
        .build();
  }

  @Override
  public GetRecordsResponse getRecords(GetRecordsRequest request) {
    if (expired) {
      expired = false;
      throw ExpiredIteratorException.builder().message("expired").build();
    }
    var iterator = request.shardIterator().split(":", 2);
    var part = part(iterator[0]);
    int position = Integer.parseInt(iterator[1]);
    boolean more = position < part.numbers.size();
    var records = more ? List.of(record(part.numbers.get(position))) : List.<Record>of();
    boolean ended = part.closed && position + records.size() == part.numbers.size();
    return GetRecordsResponse.builder()
        .records(records)
        .nextShardIterator(ended ? null : iterator[0] + ":" + (position + records.size()))
        .build();
  }

  private static Record record(String number) {
    return Record.builder()
        .dynamodb(change ->
            change.sequenceNumber(number).sizeBytes(1L).approximateCreationDateTime(Instant.EPOCH))
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
