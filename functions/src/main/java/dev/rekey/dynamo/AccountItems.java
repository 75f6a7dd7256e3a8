package dev.rekey.dynamo;

import dev.rekey.account.AccountId;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.AddressHash;
import dev.rekey.address.Channel;
import dev.rekey.keys.AddressSeal;
import dev.rekey.message.Language;
import dev.rekey.password.StoredHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items of the table of accounts:
 *
 * <ul>
 *   <li>the account, {@code A#id}: {@code passwordHash} (PHC), {@code pepperId}, {@code
 *       passwordChangedAt}, {@code epoch}, {@code status}, {@code mfa}, {@code locale}, {@code
 *       compromisedAt} (then without the first two), and sealed {@code username}, {@code email},
 *       {@code phone}
 *   <li>its alias for each address, {@code E#} or {@code P#} and the address hash: {@code account},
 *       {@code status}, {@code verified}, {@code locale}, and sealed {@code address}; of one that
 *       gets no mail {@code suppressedAt} and {@code suppressedFor}; {@code liftedAt}, when an
 *       operator last let it get mail again
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class AccountItems {
  static final String ACTIVE = "ACTIVE";
  private static final String DISABLED = "DISABLED";

  private final AddressSeal seal;

  public AccountItems(AddressSeal seal) {
    this.seal = seal;
  }

  /** The key of an account. */
  public static String pk(AccountId id) {
    return "A#" + id.text();
  }

  /** The key of the alias of an address. */
  public static String pk(Channel channel, AddressHash address) {
    return switch (channel) {
          case EMAIL -> "E#";
          case SMS -> "P#";
        }
        + address.text();
  }

  /** The account's own item. */
  public Map<String, AttributeValue> item(StoredAccount account) {
    String pk = pk(account.id());
    var item = new HashMap<String, AttributeValue>();
    item.put(Table.PK, Values.of(pk));
    item.put("status", Values.of(account.active() ? ACTIVE : DISABLED));
    item.put("mfa", Values.of(account.mfa()));
    item.put("passwordChangedAt", Values.of(account.changedAt()));
    item.put("epoch", Values.of(account.epoch()));
    account.compromisedAt().ifPresent(at -> item.put("compromisedAt", Values.of(at)));
    account.password().ifPresent(hash -> item.put("passwordHash", Values.of(hash.phc())));
    account.password().ifPresent(hash -> item.put("pepperId", Values.of(hash.pepperId())));
    account.language().ifPresent(it -> item.put("locale", Values.of(it.name())));
    account.username().ifPresent(it -> item.put("username", sealed(it, pk)));
    account.email().ifPresent(it -> item.put("email", sealed(it.asTyped(), pk)));
    account.phone().ifPresent(it -> item.put("phone", sealed(it.asTyped(), pk)));
    return item;
  }

  /** The alias of one of its addresses, which must not be another account's. */
  public Map<String, AttributeValue> alias(
      StoredAccount account, Channel channel, AddressHash hash, StoredAddress address) {
    String pk = pk(channel, hash);
    var item = new HashMap<String, AttributeValue>();
    item.put(Table.PK, Values.of(pk));
    item.put("account", Values.of(account.id().text()));
    item.put("status", Values.of(account.active() ? ACTIVE : DISABLED));
    item.put("verified", Values.of(address.verified()));
    item.put("address", sealed(address.asTyped(), pk));
    account.language().ifPresent(it -> item.put("locale", Values.of(it.name())));
    return item;
  }

  /**
   * Reads an account's own item; whether its addresses are verified stands in their aliases alone.
   */
  Optional<StoredAccount> account(AccountId id, Map<String, AttributeValue> item) {
    if (item.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StoredAccount(
            id,
            active(item),
            Values.flag(item, "mfa"),
            opened(item, "username"),
            opened(item, "email").map(it -> new StoredAddress(it, false)),
            opened(item, "phone").map(it -> new StoredAddress(it, false)),
            language(item),
            password(item),
            Values.instant(item, "passwordChangedAt").orElse(Instant.EPOCH),
            Values.number(item, "epoch").orElse(0L),
            Values.instant(item, "compromisedAt")));
  }

  Optional<String> opened(Map<String, AttributeValue> item, String name) {
    String pk = Values.text(item, Table.PK).orElseThrow();
    return Values.text(item, name)
        .map(sealed ->
            seal.open(sealed, pk)
                .orElseThrow(() -> new IllegalStateException(name + " cannot be opened")));
  }

  static boolean active(Map<String, AttributeValue> item) {
    return Values.text(item, "status").equals(Optional.of(ACTIVE));
  }

  static Optional<Language> language(Map<String, AttributeValue> item) {
    return Values.text(item, "locale").map(Language::valueOf);
  }

  private static Optional<StoredHash> password(Map<String, AttributeValue> item) {
    return Values.text(item, "passwordHash")
        .flatMap(phc -> Values.text(item, "pepperId").map(id -> new StoredHash(phc, id)));
  }

  private AttributeValue sealed(String clear, String pk) {
    return Values.of(seal.seal(clear, pk));
  }
}
