package dev.rekey.local.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Reads and writes the table of accounts. Thread-safe. */
final class AccountTable {
  private static final String FREE_OR_MINE = "attribute_not_exists(pk) OR account = :account";

  private final DynamoDbClient client;
  private final String table;

  AccountTable(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  Optional<StoredItem> read(String pk) {
    var answer =
        client.getItem(request -> request.tableName(table).key(key(pk)).consistentRead(true));
    return answer.hasItem() ? Optional.of(new StoredItem(answer.item())) : Optional.empty();
  }

  /** Every account's own item: a scan, which only a runner may do. */
  List<StoredItem> accounts() {
    return client.scanPaginator(request -> request.tableName(table)).items().stream()
        .map(StoredItem::new)
        .filter(item -> item.pk().startsWith("A#"))
        .toList();
  }

  /**
   * Writes an account with its aliases and removes aliases that it has no more, in one transaction.
   *
   * @throws IllegalArgumentException when an alias is another account's; then nothing is written
   */
  void replace(
      String account,
      Map<String, AttributeValue> item,
      Collection<Map<String, AttributeValue>> aliases,
      Collection<String> obsolete) {
    var mine = Map.of(":account", AttributeValue.builder().s(account).build());
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(put(Put.builder().tableName(table).item(item)));
    for (var alias : aliases) {
      writes.add(
          put(
              Put.builder()
                  .tableName(table)
                  .item(alias)
                  .conditionExpression(FREE_OR_MINE)
                  .expressionAttributeValues(mine)));
    }
    for (var pk : obsolete) {
      writes.add(
          TransactWriteItem.builder()
              .delete(delete ->
                  delete
                      .tableName(table)
                      .key(key(pk))
                      .conditionExpression(FREE_OR_MINE)
                      .expressionAttributeValues(mine))
              .build());
    }
    try {
      client.transactWriteItems(request -> request.transactItems(writes));
    } catch (TransactionCanceledException e) {
      throw new IllegalArgumentException("an address belongs to another account", e);
    }
  }

  private static TransactWriteItem put(Put.Builder put) {
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private static Map<String, AttributeValue> key(String pk) {
    return Map.of("pk", AttributeValue.builder().s(pk).build());
  }
}
