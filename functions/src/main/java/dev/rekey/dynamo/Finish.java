package dev.rekey.dynamo;

import dev.rekey.account.Reset;
import dev.rekey.account.ResetOutcome;
import dev.rekey.account.StoreUnavailable;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The one transaction that sets a password (R23, invariant 4): over the reset item, the account and
 * the alias, all or nothing. An older token of any address of the account dies with it, because the
 * account remembers when its password was changed, or became known to others.
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
          + " epoch = if_not_exists(epoch, :zero) + :one REMOVE compromisedAt";
  static final String IF_ACTIVE =
      "#status = :active"
          + " AND (attribute_not_exists(passwordChangedAt) OR passwordChangedAt < :issuedAt)"
          + " AND (attribute_not_exists(compromisedAt) OR compromisedAt < :issuedAt)";

  static final String IF_CONFIRMED =
      "account = :account AND verified = :true AND #status = :active";

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
    return Transaction.write(client, spend(reset), setPassword(reset), confirm(reset))
        ? ResetOutcome.DONE
        : ResetOutcome.STALE;
  }

  private TransactWriteItem spend(Reset reset) {
    var write =
        Write.of(SPEND, IF_LIVE)
            .with(":digest", reset.token().digest().text())
            .with(":account", reset.token().account().text())
            .with(":now", reset.now())
            .with(":notice", Outbox.NOTICE.word())
            .with(":noticeId", reset.noticeId());
    return Transaction.update(resets, ResetItem.pk(reset.address()), write);
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
    return Transaction.update(accounts, AccountItems.pk(reset.token().account()), write);
  }

  private TransactWriteItem confirm(Reset reset) {
    var check =
        Write.of("", IF_CONFIRMED)
            .with(":account", reset.token().account().text())
            .with(":active", AccountItems.ACTIVE)
            .with(":true", Values.of(true));
    String alias = AccountItems.pk(reset.token().channel(), reset.address());
    return Transaction.check(accounts, alias, check);
  }
}
