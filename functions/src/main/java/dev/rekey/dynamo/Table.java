package dev.rekey.dynamo;

import dev.rekey.account.StoreUnavailable;
import dev.rekey.aws.ErrorCode;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * One table, as the stores use it: single items by key, read consistently or written under a
 * condition. Thread-safe.
 *
 * <p>Time-outs, tries and which faults are tried again are the client's; see {@link DynamoClients}.
 */
final class Table {
  /** The key of both tables. */
  static final String PK = "pk";

  private final DynamoDbClient client;
  private final String name;

  Table(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  String name() {
    return name;
  }

  /** What became of a conditional write. */
  sealed interface WriteOutcome {
    /** It took effect; the item as it is now. */
    record Written(Map<String, AttributeValue> item) implements WriteOutcome {
      /** An item holds nonces and digests. */
      @Override
      public String toString() {
        return "Written[hidden]";
      }
    }

    /** The condition did not hold; the item as it was, empty where there is none. */
    record Refused(Map<String, AttributeValue> item) implements WriteOutcome {
      /** An item holds nonces and digests. */
      @Override
      public String toString() {
        return "Refused[hidden]";
      }
    }
  }

  /** The item, or an empty map. */
  Map<String, AttributeValue> get(String pk) {
    return calling(
        "GetItem",
        () -> client.getItem(get -> get.tableName(name).key(key(pk)).consistentRead(true)).item());
  }

  WriteOutcome write(String pk, Write write) {
    return calling(
        "UpdateItem",
        () -> {
          try {
            return new WriteOutcome.Written(
                client
                    .updateItem(update ->
                        update
                            .tableName(name)
                            .key(key(pk))
                            .updateExpression(write.update())
                            .conditionExpression(write.condition())
                            .expressionAttributeNames(write.names())
                            .expressionAttributeValues(write.values())
                            .returnValues(ReturnValue.ALL_NEW)
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .attributes());
          } catch (ConditionalCheckFailedException refused) {
            return new WriteOutcome.Refused(refused.hasItem() ? refused.item() : Map.of());
          }
        });
  }

  /** Removes an item under a condition, which one that is not there must meet; whether it held. */
  boolean delete(String pk, Write write) {
    return calling(
        "DeleteItem",
        () -> {
          try {
            client.deleteItem(delete ->
                delete
                    .tableName(name)
                    .key(key(pk))
                    .conditionExpression(write.condition())
                    .expressionAttributeNames(write.names())
                    .expressionAttributeValues(write.values()));
            return true;
          } catch (ConditionalCheckFailedException refused) {
            return false;
          }
        });
  }

  static Map<String, AttributeValue> key(String pk) {
    return Map.of(PK, Values.of(pk));
  }

  /** Turns faults of the SDK into the store's own: their messages may hold values of items. */
  static <T> T calling(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (DynamoDbException refused) {
      throw new StoreUnavailable(operation, ErrorCode.of(refused));
    } catch (SdkException unreached) {
      throw new StoreUnavailable(operation, unreached.getClass().getSimpleName());
    }
  }
}
