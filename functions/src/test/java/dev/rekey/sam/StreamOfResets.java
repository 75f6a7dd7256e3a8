package dev.rekey.sam;

import dev.rekey.testing.DynamoDbLocal;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stream of the resets, read in place of the mappings that SAM does not run. On the wire its
 * records have the form in which Lambda hands them to a function, but for the ARN of the stream.
 */
final class StreamOfResets implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String STREAMS = "DynamoDBStreams_20120810.";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Deque<ObjectNode> records = new ArrayDeque<>();
  private final String arn;
  private final String shard;
  private String last = "";

  /** From its first record on. */
  StreamOfResets(String table) throws IOException, InterruptedException {
    var name = JSON.createObjectNode().put("TableName", table);
    arn = call("DynamoDB_20120810.DescribeTable", name).at("/Table/LatestStreamArn").asString();
    var stream = JSON.createObjectNode().put("StreamArn", arn);
    var described = call(STREAMS + "DescribeStream", stream);
    shard = described.at("/StreamDescription/Shards/0/ShardId").asString();
  }

  /**
   * The next record that asks for a message, as the event of a function; the filters of the
   * template let no other through.
   *
   * @param outbox what is asked for: mail, sms, notice or shut
   * @throws IllegalStateException where none comes
   */
  String next(String outbox) throws IOException, InterruptedException {
    var until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      while (!records.isEmpty()) {
        var record = records.remove();
        if (record.at("/dynamodb/NewImage/outbox/S").asString("").equals(outbox)) {
          return event(record);
        }
      }
      read();
      Thread.sleep(records.isEmpty() ? PAUSE : Duration.ZERO);
    }
    throw new IllegalStateException("no record in the stream asks for: " + outbox);
  }

  /** By an iterator of its own: an old one may point before the oldest record. */
  private void read() throws IOException, InterruptedException {
    var from = JSON.createObjectNode().put("StreamArn", arn).put("ShardId", shard);
    from.put("ShardIteratorType", last.isEmpty() ? "TRIM_HORIZON" : "AFTER_SEQUENCE_NUMBER");
    if (!last.isEmpty()) {
      from.put("SequenceNumber", last);
    }
    var iterator = call(STREAMS + "GetShardIterator", from).path("ShardIterator").asString();
    var get = JSON.createObjectNode().put("ShardIterator", iterator);
    for (JsonNode record : call(STREAMS + "GetRecords", get).path("Records")) {
      last = record.at("/dynamodb/SequenceNumber").asString();
      records.add((ObjectNode) record);
    }
  }

  private String event(ObjectNode record) {
    var event = JSON.createObjectNode();
    event.putArray("Records").add(record.put("eventSourceARN", arn));
    return event.toString();
  }

  private JsonNode call(String operation, ObjectNode body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(DynamoDbLocal.endpoint())
            .header("content-type", "application/x-amz-json-1.0")
            .header("x-amz-target", operation)
            .header(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260601/eu-central-1/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=none")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(operation + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
