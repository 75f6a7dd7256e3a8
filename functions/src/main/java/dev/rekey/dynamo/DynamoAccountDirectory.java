package dev.rekey.dynamo;

import dev.rekey.account.Account;
import dev.rekey.account.AccountDirectory;
import dev.rekey.account.AccountId;
import dev.rekey.account.ConfirmedAccount;
import dev.rekey.account.Recipient;
import dev.rekey.account.Reset;
import dev.rekey.account.ResetOutcome;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.account.SuppressOutcome;
import dev.rekey.account.Suppression;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.address.Channel;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The built-in table of accounts. Finding somebody by address reads one alias; telling somebody
 * reads two items.
 */
public final class DynamoAccountDirectory implements AccountDirectory {
  private final Table accounts;
  private final AccountItems items;
  private final AddressHashes hashes;
  private final Finish finish;
  private final Compromises compromises;
  private final Suppressions suppressions;

  /**
   * Works on both tables.
   *
   * @param accounts name of the table of accounts
   * @param resets name of the table of resets, which the finish writes in the same transaction
   */
  public DynamoAccountDirectory(
      DynamoDbClient client,
      String accounts,
      String resets,
      AccountItems items,
      AddressHashes hashes) {
    this.accounts = new Table(client, accounts);
    this.items = items;
    this.hashes = hashes;
    this.finish = new Finish(client, resets, accounts);
    this.compromises = new Compromises(client, accounts);
    this.suppressions = new Suppressions(this.accounts);
  }

  @Override
  public Optional<ConfirmedAccount> confirmed(Address address, AddressHash hash) {
    return alias(address, hash)
        .filter(alias -> AccountItems.active(alias) && Values.flag(alias, "verified"))
        .flatMap(alias ->
            owner(alias)
                .map(id ->
                    new ConfirmedAccount(
                        id, AccountItems.language(alias), Suppressions.holds(alias))));
  }

  /** Only that of the very same address: the hash alone would take one that looks alike. */
  private Optional<Map<String, AttributeValue>> alias(Address address, AddressHash hash) {
    var alias = accounts.get(AccountItems.pk(address.channel(), hash));
    return alias.isEmpty()
        ? Optional.empty()
        : items
            .opened(alias, "address")
            .flatMap(stored -> restore(address.channel(), stored))
            .filter(stored -> stored.normal().equals(address.normal()))
            .map(_ -> alias);
  }

  private static Optional<AccountId> owner(Map<String, AttributeValue> alias) {
    return Values.text(alias, "account").map(AccountId::new);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return stored(id)
        .map(stored ->
            new Account(
                id,
                stored.active(),
                stored.mfa(),
                stored.username(),
                stored.email().map(StoredAddress::asTyped).flatMap(EmailAddress::parse),
                stored
                    .phone()
                    .flatMap(it -> restore(Channel.SMS, it.asTyped()))
                    .map(PhoneNumber.class::cast)));
  }

  /** The account itself, with its password; for those who check or write accounts. */
  public Optional<StoredAccount> stored(AccountId id) {
    return items.account(id, accounts.get(AccountItems.pk(id)));
  }

  @Override
  public Optional<Recipient> recipient(AccountId id, Channel channel) {
    return stored(id)
        .filter(StoredAccount::active)
        .flatMap(account -> channel == Channel.EMAIL ? account.email() : account.phone())
        .flatMap(stored -> restore(channel, stored.asTyped()))
        .flatMap(address ->
            confirmed(address, hashes.of(address))
                .filter(owner -> owner.id().equals(id))
                .map(owner -> new Recipient(address, owner.language(), owner.suppressed())));
  }

  @Override
  public Optional<AccountId> owner(Address address, AddressHash hash) {
    return alias(address, hash).flatMap(DynamoAccountDirectory::owner);
  }

  @Override
  public boolean compromise(AccountId account, Channel channel, AddressHash hash, Instant now) {
    return compromises.write(AccountItems.pk(channel, hash), account, now);
  }

  @Override
  public SuppressOutcome suppress(Address address, AddressHash hash, Suppression suppression) {
    return alias(address, hash)
        .map(alias -> suppressions.write(alias, suppression))
        .orElse(SuppressOutcome.NO_ACCOUNT);
  }

  @Override
  public Optional<Suppression> suppression(Address address, AddressHash hash) {
    return alias(address, hash).flatMap(Suppressions::read);
  }

  @Override
  public boolean unsuppress(Address address, AddressHash hash, Instant now) {
    return alias(address, hash).filter(alias -> suppressions.lift(alias, now)).isPresent();
  }

  @Override
  public ResetOutcome finish(Reset reset) {
    return finish.write(reset);
  }

  static Optional<Address> restore(Channel channel, String stored) {
    return switch (channel) {
      case EMAIL -> EmailAddress.parse(stored).map(Address.class::cast);
      case SMS -> PhoneNumber.parse(stored, Optional.empty(), "ZZ").map(Address.class::cast);
    };
  }
}
