package dev.rekey.dynamo;

import dev.rekey.account.StoreUnavailable;
import dev.rekey.aws.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Writes to several items, all or nothing. */
final class Transaction {
  private static final String REFUSED = "ConditionalCheckFailed";

  private Transaction() {}

  /** Whether it was done; otherwise a condition did not hold, and nothing was written. */
  static boolean write(DynamoDbClient client, TransactWriteItem... items) {
    return refused(client, items).isEmpty();
  }

  /** The first of the items whose condition did not hold; none: all were written. */
  static Optional<Integer> refused(DynamoDbClient client, TransactWriteItem... items) {
    // One token for all tries of this call: a try whose answer was lost is not done again, but told
    // again.
    String requestToken = UUID.randomUUID().toString();
    return Table.calling(
        "TransactWriteItems",
        () -> {
          try {
            client.transactWriteItems(
                write -> write.clientRequestToken(requestToken).transactItems(items));
            return Optional.<Integer>empty();
          } catch (TransactionCanceledException cancelled) {
            return Optional.of(refused(cancelled.cancellationReasons()));
          }
        });
  }

  /**
   * A condition that failed is a refusal; a conflict or throttling that outlived the tries is a
   * fault.
   */
  private static int refused(List<CancellationReason> reasons) {
    var codes =
        reasons.stream().map(reason -> ErrorCode.of(reason.code()).orElse("no-code")).toList();
    if (!codes.contains(REFUSED)) {
      throw new StoreUnavailable("TransactWriteItems", String.join(",", codes));
    }
    return codes.indexOf(REFUSED);
  }

  static TransactWriteItem update(String table, String pk, Write write) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table)
                .key(Table.key(pk))
                .updateExpression(write.update())
                .conditionExpression(write.condition())
                .expressionAttributeNames(write.names())
                .expressionAttributeValues(write.values())
                .build())
        .build();
  }

  /** Writes nothing, but the whole fails where this condition does not hold. */
  static TransactWriteItem check(String table, String pk, Write check) {
    return TransactWriteItem.builder()
        .conditionCheck(
            ConditionCheck.builder()
                .tableName(table)
                .key(Table.key(pk))
                .conditionExpression(check.condition())
                .expressionAttributeNames(check.names())
                .expressionAttributeValues(check.values())
                .build())
        .build();
  }
}
