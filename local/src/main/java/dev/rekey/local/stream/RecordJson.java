package dev.rekey.local.stream;

import dev.rekey.local.wire.Json;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A record of the stream in the form in which Lambda hands it to a function. */
final class RecordJson {
  private RecordJson() {}

  static StreamRecord of(Record record, String streamArn) {
    var change = record.dynamodb();
    var json = Json.object();
    json.put("eventID", record.eventID());
    json.put("eventName", record.eventNameAsString());
    json.put("eventVersion", record.eventVersion());
    json.put("eventSource", record.eventSource());
    json.put("awsRegion", record.awsRegion());
    var dynamodb = json.putObject("dynamodb");
    var createdAt = change.approximateCreationDateTime();
    dynamodb.put("ApproximateCreationDateTime", createdAt.getEpochSecond());
    dynamodb.set("Keys", item(change.keys()));
    if (change.hasNewImage()) {
      dynamodb.set("NewImage", item(change.newImage()));
    }
    if (change.hasOldImage()) {
      dynamodb.set("OldImage", item(change.oldImage()));
    }
    dynamodb.put("SequenceNumber", change.sequenceNumber());
    dynamodb.put("SizeBytes", change.sizeBytes());
    dynamodb.put("StreamViewType", change.streamViewTypeAsString());
    if (record.userIdentity() != null) {
      json.putObject("userIdentity")
          .put("type", record.userIdentity().type())
          .put("principalId", record.userIdentity().principalId());
    }
    json.put("eventSourceARN", streamArn);
    var key = Json.text(dynamodb.path("Keys"));
    return new StreamRecord(change.sequenceNumber(), key, createdAt, json);
  }

  private static ObjectNode item(Map<String, AttributeValue> attributes) {
    var item = Json.object();
    attributes.forEach((name, attribute) -> item.set(name, value(attribute)));
    return item;
  }

  private static ObjectNode value(AttributeValue attribute) {
    var json = Json.object();
    switch (attribute.type()) {
      case S -> json.put("S", attribute.s());
      case N -> json.put("N", attribute.n());
      case B -> json.put("B", base64(attribute.b().asByteArrayUnsafe()));
      case BOOL -> json.put("BOOL", attribute.bool());
      case NUL -> json.put("NULL", true);
      case M -> json.set("M", item(attribute.m()));
      case L -> list(json, "L").addAll(attribute.l().stream().map(RecordJson::value).toList());
      case SS -> attribute.ss().forEach(list(json, "SS")::add);
      case NS -> attribute.ns().forEach(list(json, "NS")::add);
      case BS -> attribute.bs().forEach(b -> list(json, "BS").add(base64(b.asByteArrayUnsafe())));
      // In its streams DynamoDB Local writes an empty map as nothing at all.
      case UNKNOWN_TO_SDK_VERSION -> json.putObject("M");
    }
    return json;
  }

  private static ArrayNode list(ObjectNode json, String type) {
    return json.withArray(type);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
