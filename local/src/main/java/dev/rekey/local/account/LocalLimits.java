package dev.rekey.local.account;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The limits that stand in a test's way. What protects a passcode or an address stays. */
public final class LocalLimits {
  private static final String FORGET_SENDS = "SET sends = :zero, sendsBy = :none REMOVE outbox";

  private final DynamoDbClient client;
  private final String table;

  /**
   * Takes a client that no fault strikes.
   *
   * @param table the physical name of the table of resets
   */
  public LocalLimits(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** Forgets the counters and the daily sends of everybody. */
  public void forget() {
    client
        .scanPaginator(request -> request.tableName(table).projectionExpression("pk"))
        .items()
        .forEach(item -> forget(new StoredItem(item).pk(), item));
  }

  private void forget(String pk, Map<String, AttributeValue> key) {
    if (pk.startsWith("L#")) {
      client.deleteItem(request -> request.tableName(table).key(key));
    } else {
      forgetSends(key);
    }
  }

  private void forgetSends(Map<String, AttributeValue> key) {
    var values =
        Map.of(
            ":zero", AttributeValue.builder().n("0").build(),
            ":none", AttributeValue.builder().m(Map.of()).build());
    try {
      client.updateItem(request ->
          request
              .tableName(table)
              .key(key)
              .updateExpression(FORGET_SENDS)
              .conditionExpression("attribute_exists(sends)")
              .expressionAttributeValues(values));
    } catch (ConditionalCheckFailedException e) {
      return; // nothing was ever sent to it
    }
  }
}
