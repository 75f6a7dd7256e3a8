package dev.rekey.dynamo;

import dev.rekey.account.Reset;
import dev.rekey.account.ResetOutcome;
import dev.rekey.account.StoreUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The one transaction that sets a password (R23, invariant 4): over the reset item, the account and
 * the alias, all or nothing. An older token of any address of the account dies with it, because the
 * account remembers when its password was changed.
 */
final class Finish {
  static final String SPEND =
      "SET outbox = :notice, noticeAccount = :account, noticeId = :noticeId, resetAt = :now"
          + " REMOVE tokenDigest, tokenAccount, tokenIssuedAt, tokenExpiresAt, tokenRefusals,"
          + " nonce, codeKey, expiresAt, requestId, asker, tries, #total";
  static final String IF_LIVE =
      "tokenDigest = :digest AND tokenAccount = :account AND tokenExpiresAt > :now";

  static final String SET_PASSWORD =
      "SET passwordHash = :hash, pepperId = :pepper, passwordChangedAt = :now,"
          + " epoch = if_not_exists(epoch, :zero) + :one";
  static final String IF_ACTIVE =
      "#status = :active"
          + " AND (attribute_not_exists(passwordChangedAt) OR passwordChangedAt < :issuedAt)";

  static final String IF_CONFIRMED =
      "account = :account AND verified = :true AND #status = :active";

  private static final String REFUSED = "ConditionalCheckFailed";

  private final DynamoDbClient client;
  private final String resets;
  private final String accounts;

  Finish(DynamoDbClient client, String resets, String accounts) {
    this.client = client;
    this.resets = resets;
    this.accounts = accounts;
  }

  /**
   * Where no try was answered, the item tells: only this reset knows its notice's id. Else a
   * password that was set would be told as a fault, and the audit would never hear of it.
   */
  ResetOutcome write(Reset reset) {
    try {
      return transact(reset);
    } catch (StoreUnavailable unanswered) {
      if (isDone(reset)) {
        return ResetOutcome.DONE;
      }
      throw unanswered;
    }
  }

  private boolean isDone(Reset reset) {
    var item = new Table(client, resets).get(ResetItem.pk(reset.address()));
    return Values.text(item, "noticeId").equals(Optional.of(reset.noticeId()));
  }

  private ResetOutcome transact(Reset reset) {
    // One token for all tries of this call: a try whose answer was lost is not done again, but told
    // again.
    String requestToken = UUID.randomUUID().toString();
    return Table.calling(
        "TransactWriteItems",
        () -> {
          try {
            client.transactWriteItems(write ->
                write
                    .clientRequestToken(requestToken)
                    .transactItems(spend(reset), setPassword(reset), confirm(reset)));
            return ResetOutcome.DONE;
          } catch (TransactionCanceledException cancelled) {
            return refusal(cancelled.cancellationReasons());
          }
        });
  }

  /**
   * A condition that failed is a refusal; a conflict or throttling that outlived the tries is a
   * fault.
   */
  private static ResetOutcome refusal(List<CancellationReason> reasons) {
    if (reasons.stream().anyMatch(reason -> REFUSED.equals(reason.code()))) {
      return ResetOutcome.STALE;
    }
    String codes = String.join(",", reasons.stream().map(CancellationReason::code).toList());
    throw new StoreUnavailable("TransactWriteItems", codes);
  }

  private TransactWriteItem spend(Reset reset) {
    var write =
        Write.of(SPEND, IF_LIVE)
            .with(":digest", reset.token().digest().text())
            .with(":account", reset.token().account().text())
            .with(":now", reset.now())
            .with(":notice", Outbox.NOTICE.word())
            .with(":noticeId", reset.noticeId());
    return update(resets, ResetItem.pk(reset.address()), write);
  }

  private TransactWriteItem setPassword(Reset reset) {
    var write =
        Write.of(SET_PASSWORD, IF_ACTIVE)
            .with(":hash", reset.password().phc())
            .with(":pepper", reset.password().pepperId())
            .with(":now", reset.now())
            .with(":issuedAt", reset.token().issuedAt())
            .with(":active", AccountItems.ACTIVE)
            .with(":zero", 0)
            .with(":one", 1);
    return update(accounts, AccountItems.pk(reset.token().account()), write);
  }

  private TransactWriteItem confirm(Reset reset) {
    var check =
        Write.of("", IF_CONFIRMED)
            .with(":account", reset.token().account().text())
            .with(":active", AccountItems.ACTIVE)
            .with(":true", Values.of(true));
    String alias = AccountItems.pk(reset.token().channel(), reset.address());
    return TransactWriteItem.builder()
        .conditionCheck(
            ConditionCheck.builder()
                .tableName(accounts)
                .key(Table.key(alias))
                .conditionExpression(check.condition())
                .expressionAttributeNames(check.names())
                .expressionAttributeValues(check.values())
                .build())
        .build();
  }

  private static TransactWriteItem update(String table, String pk, Write write) {
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
}
