package dev.rekey.local.account;

import dev.rekey.account.AccountId;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHashes;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.dynamo.AccountItems;
import dev.rekey.keys.AddressSeal;
import dev.rekey.keys.Keys;
import dev.rekey.local.wire.Json;
import dev.rekey.message.Language;
import dev.rekey.password.Argon2idHasher;
import dev.rekey.password.HashCost;
import dev.rekey.password.PasswordHasher;
import dev.rekey.password.PasswordText;
import dev.rekey.password.StoredHash;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.node.ObjectNode;

/** Accounts as a team's own sign-up and sign-in would write and read them. Thread-safe. */
public final class LocalAccounts {
  private static final String NO_COUNTRY = "ZZ"; // so that a number must come with its plus

  private final AccountTable table;
  private final AddressSeal seal;
  private final AccountItems items;
  private final AddressHashes hashes;
  private final PasswordHasher hasher;
  private final Clock clock;

  /**
   * Takes a client that no fault strikes.
   *
   * @param table the physical name of the table of accounts
   */
  public LocalAccounts(
      DynamoDbClient client, String table, Keys keys, Clock clock, SecureRandom random) {
    this.table = new AccountTable(client, table);
    this.seal = new AddressSeal(keys, clock, random);
    this.items = new AccountItems(seal);
    this.hashes = new AddressHashes(keys);
    this.hasher = new Argon2idHasher(keys, HashCost.DEFAULT, clock, random);
    this.clock = clock;
  }

  /**
   * Makes an account, or replaces all of it: sessions and reset tokens of the former one end.
   *
   * @throws IllegalArgumentException when another account has one of the addresses
   */
  public synchronized void put(String id, AccountInput input) {
    var former = find(id);
    var account = account(id, input, former.map(item -> item.number("epoch") + 1).orElse(0L));
    var aliases = new ArrayList<Map<String, AttributeValue>>();
    input.email().ifPresent(it -> aliases.add(alias(account, it, account.email())));
    input.phone().ifPresent(it -> aliases.add(alias(account, it, account.phone())));
    var kept = aliases.stream().map(alias -> new StoredItem(alias).pk()).toList();
    var obsolete = new ArrayList<>(former.map(this::aliasKeys).orElse(List.of()));
    obsolete.removeAll(kept);
    table.replace(id, items.item(account), aliases, obsolete);
  }

  /** An account as stored, its sealed parts opened. */
  public Optional<ObjectNode> get(String id) {
    return find(id).map(item -> json(id, item));
  }

  /**
   * Whether this is the password of the account.
   *
   * @param account e-mail address, phone number or user name
   */
  public boolean isRight(String account, String password) {
    var text = PasswordText.parse(password);
    var stored = byAddress(account).or(() -> byUsername(account)).flatMap(LocalAccounts::hash);
    return text.isPresent() && stored.isPresent() && hasher.matches(text.get(), stored.get());
  }

  private Optional<StoredItem> find(String id) {
    return table.read(AccountItems.pk(new AccountId(id)));
  }

  private StoredAccount account(String id, AccountInput input, long epoch) {
    return new StoredAccount(
        new AccountId(id),
        input.status().equals("ACTIVE"),
        input.mfa(),
        input.username(),
        input.email().map(it -> new StoredAddress(it.normal(), input.emailVerified())),
        input.phone().map(it -> new StoredAddress(it.normal(), input.phoneVerified())),
        input.locale(),
        input.password().map(hasher::hash),
        clock.instant(),
        epoch,
        Optional.empty());
  }

  private Map<String, AttributeValue> alias(
      StoredAccount account, Address address, Optional<StoredAddress> stored) {
    return items.alias(account, address.channel(), hashes.of(address), stored.orElseThrow());
  }

  private Optional<StoredItem> byAddress(String typed) {
    return aliasKey(typed)
        .flatMap(table::read)
        .flatMap(alias -> alias.text("account"))
        .flatMap(this::find);
  }

  private Optional<StoredItem> byUsername(String username) {
    return table.accounts().stream()
        .filter(item -> opened(item, "username").equals(Optional.of(username)))
        .findFirst();
  }

  private Optional<String> aliasKey(String typed) {
    Optional<? extends Address> address =
        typed.contains("@")
            ? EmailAddress.parse(typed)
            : PhoneNumber.parse(typed, Optional.empty(), NO_COUNTRY);
    return address.map(it -> AccountItems.pk(it.channel(), hashes.of(it)));
  }

  private List<String> aliasKeys(StoredItem account) {
    return List.of("email", "phone").stream()
        .flatMap(name -> opened(account, name).flatMap(this::aliasKey).stream())
        .toList();
  }

  private Optional<String> opened(StoredItem item, String name) {
    return item.text(name).flatMap(sealed -> seal.open(sealed, item.pk()));
  }

  private ObjectNode json(String id, StoredItem item) {
    var json = Json.object().put("id", id);
    for (var name : List.of("username", "email", "phone")) {
      var text = opened(item, name);
      text.ifPresent(it -> json.put(name, it));
      if (!name.equals("username")) {
        var alias = text.flatMap(this::aliasKey).flatMap(table::read);
        json.put(name + "Verified", alias.filter(it -> it.flag("verified")).isPresent());
      }
    }
    json.put("status", item.text("status").orElse("")).put("mfa", item.flag("mfa"));
    item.text("locale").ifPresent(it -> json.put("locale", Language.valueOf(it).tag()));
    item.text("passwordHash").ifPresent(it -> json.put("passwordHash", it));
    item.text("pepperId").ifPresent(it -> json.put("pepperId", it));
    if (item.number("compromisedAt") > 0) {
      json.put("compromisedAt", Instant.ofEpochMilli(item.number("compromisedAt")).toString());
    }
    var changedAt = Instant.ofEpochMilli(item.number("passwordChangedAt"));
    return json.put("passwordChangedAt", changedAt.toString()).put("epoch", item.number("epoch"));
  }

  private static Optional<StoredHash> hash(StoredItem item) {
    return item.text("passwordHash")
        .flatMap(phc -> item.text("pepperId").map(pepper -> new StoredHash(phc, pepper)));
  }
}
