package dev.rekey.sam;

import dev.rekey.account.AccountId;
import dev.rekey.account.StoredAccount;
import dev.rekey.dynamo.AccountItems;
import dev.rekey.dynamo.DynamoAccountDirectory;
import dev.rekey.dynamo.DynamoClients;
import dev.rekey.events.Installation;
import dev.rekey.keys.AddressSeal;
import dev.rekey.password.Argon2idHasher;
import dev.rekey.password.HashCost;
import dev.rekey.password.PasswordText;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Ada's password as the login of a team reads it: in the table, past all functions. */
final class AdasPassword implements AutoCloseable {
  private static final AccountId ADA = new AccountId("ada");

  private final DynamoDbClient dynamo = DynamoClients.create();
  private final AccountItems items;
  private final DynamoAccountDirectory accounts;
  private final Argon2idHasher hasher;

  AdasPassword(Installation installation) {
    var app = installation.app();
    items = new AccountItems(new AddressSeal(app.keys(), app.clock(), app.random()));
    var tables = SamCommand.TABLES;
    accounts =
        new DynamoAccountDirectory(dynamo, tables.accounts(), tables.resets(), items, app.hashes());
    hasher = new Argon2idHasher(app.keys(), HashCost.DEFAULT, app.clock(), app.random());
  }

  /** She had this one before. */
  void set(String text) {
    var was = account();
    var with =
        new StoredAccount(
            was.id(),
            was.active(),
            was.mfa(),
            was.username(),
            was.email(),
            was.phone(),
            was.language(),
            PasswordText.parse(text).map(hasher::hash),
            was.changedAt(),
            was.epoch(),
            was.compromisedAt());
    dynamo.putItem(put -> put.tableName(SamCommand.TABLES.accounts()).item(items.item(with)));
  }

  /** Whether she can sign in with it. */
  boolean is(String text) {
    return hasher.matches(
        PasswordText.parse(text).orElseThrow(), account().password().orElseThrow());
  }

  /** Who has a session of an older one signs in again. */
  long epoch() {
    return account().epoch();
  }

  private StoredAccount account() {
    return accounts.stored(ADA).orElseThrow();
  }

  @Override
  public void close() {
    dynamo.close();
  }
}
