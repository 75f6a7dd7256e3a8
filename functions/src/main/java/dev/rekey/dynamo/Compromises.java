package dev.rekey.dynamo;

import dev.rekey.account.AccountId;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The transaction that takes a known password from an account (R30). The hash goes, and not a flag
 * comes alone: a sign-in that has never heard of the flag must refuse as well.
 */
final class Compromises {
  static final String TAKE_PASSWORD =
      "SET compromisedAt = :now, epoch = if_not_exists(epoch, :zero) + :one"
          + " REMOVE passwordHash, pepperId";
  static final String IF_THERE = "attribute_exists(pk)";

  /** Between the look-up and this, the address may have become another account's. */
  static final String IF_STILL_ITS = "account = :account";

  private final DynamoDbClient client;
  private final String accounts;

  Compromises(DynamoDbClient client, String accounts) {
    this.client = client;
    this.accounts = accounts;
  }

  boolean write(String alias, AccountId account, Instant now) {
    var take = Write.of(TAKE_PASSWORD, IF_THERE).with(":now", now).with(":zero", 0).with(":one", 1);
    var check = Write.of("", IF_STILL_ITS).with(":account", account.text());
    return Transaction.write(
        client,
        Transaction.update(accounts, AccountItems.pk(account), take),
        Transaction.check(accounts, alias, check));
  }
}
