package dev.rekey.simulation;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.ADAS_PHONE;
import static dev.rekey.memory.Workbench.DISABLED;
import static dev.rekey.memory.Workbench.NOBODY;
import static dev.rekey.memory.Workbench.UNVERIFIED;
import static dev.rekey.memory.Workbench.account;

import dev.rekey.account.AccountId;
import dev.rekey.account.Reset;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.Channel;
import dev.rekey.address.EmailAddress;
import dev.rekey.memory.InMemoryTables;
import dev.rekey.passcode.Source;
import dev.rekey.password.StoredHash;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who takes part, and what the team changes of their accounts. */
final class People {
  private static final EmailAddress BOB = EmailAddress.parse("bob@example.com").orElseThrow();

  /** Ada twice: a token of either address may reset her password. */
  static final List<Address> ADDRESSES =
      List.of(ADA, ADAS_PHONE, BOB, NOBODY, DISABLED, UNVERIFIED);

  /** Whom attackers and owners may be after: one address, or both of Ada's. */
  static final List<List<Integer>> VICTIMS =
      List.of(
          List.of(0), List.of(1), List.of(0, 1), List.of(2), List.of(3), List.of(4), List.of(5));

  /** The first one is nobody: a caller whom the network does not tell. */
  static final List<Optional<Source>> SOURCES =
      IntStream.range(0, 9)
          .mapToObj(
              n -> n == 0 ? Optional.<Source>empty() : Optional.of(new Source("r" + n, "s" + n)))
          .toList();

  private static final AccountId ADAS = new AccountId("ada");
  private static final AccountId BOBS = new AccountId("bob");
  private static final Optional<StoredAddress> PHONE = stored(ADAS_PHONE, true);

  private final InMemoryTables tables;
  private final TokenInvariants invariants;

  People(InMemoryTables tables, TokenInvariants invariants) {
    this.tables = tables;
    this.invariants = invariants;
    join(account("ada", true, stored(ADA, true), PHONE));
    join(account("bob", true, stored(BOB, true), Optional.empty()));
    join(account("disabled", false, stored(DISABLED, true), Optional.empty()));
    join(account("unverified", true, stored(UNVERIFIED, false), Optional.empty()));
  }

  private void join(StoredAccount account) {
    var password = Optional.of(SlowHasher.of("the first of " + account.id().text()));
    put(with(account, account.active(), account.email(), account.phone(), password));
  }

  private static Optional<StoredAddress> stored(Address address, boolean verified) {
    return Optional.of(new StoredAddress(address.normal(), verified));
  }

  void change(Step.Change change) {
    var ada = tables.stored(ADAS).orElseThrow();
    var bob = tables.stored(BOBS).orElseThrow();
    switch (change) {
      case DISABLE -> put(with(ada, false, ada.email(), ada.phone()));
      case ENABLE -> put(with(ada, true, ada.email(), ada.phone()));
      case UNVERIFY_MAIL -> put(with(ada, ada.active(), stored(ADA, false), ada.phone()));
      case VERIFY_MAIL -> put(with(ada, ada.active(), stored(ADA, true), ada.phone()));
      case MOVE_PHONE -> { // first away from the one, then to the other
        var from = ada.phone().isPresent() ? ada : bob;
        var to = ada.phone().isPresent() ? bob : ada;
        put(with(from, from.active(), from.email(), Optional.empty()));
        put(with(to, to.active(), to.email(), PHONE));
      }
    }
  }

  private void put(StoredAccount account) {
    tables.put(account);
    invariants.put(account);
  }

  private static StoredAccount with(
      StoredAccount account,
      boolean active,
      Optional<StoredAddress> email,
      Optional<StoredAddress> phone) {
    return with(account, active, email, phone, account.password());
  }

  private static StoredAccount with(
      StoredAccount account,
      boolean active,
      Optional<StoredAddress> email,
      Optional<StoredAddress> phone,
      Optional<StoredHash> password) {
    return new StoredAccount(
        account.id(),
        active,
        account.mfa(),
        account.username(),
        email,
        phone,
        account.language(),
        password,
        account.changedAt(),
        account.epoch(),
        account.compromisedAt());
  }

  /** Whether a reset comes by a confirmed address of an active account; told from the account. */
  static boolean isConfirmed(InMemoryTables tables, List<AddressHash> hashes, Reset reset) {
    int person = hashes.indexOf(reset.address());
    return person >= 0
        && ADDRESSES.get(person).channel() == reset.token().channel()
        && owns(tables, reset.token().account(), ADDRESSES.get(person));
  }

  /** Whose an address is, confirmed or not, active or not; told from the accounts. */
  static Optional<AccountId> holder(
      InMemoryTables tables, List<AddressHash> hashes, AddressHash address) {
    int person = hashes.indexOf(address);
    return Stream.of("ada", "bob", "disabled", "unverified")
        .map(AccountId::new)
        .filter(id -> person >= 0 && has(tables, id, ADDRESSES.get(person)))
        .findFirst();
  }

  private static boolean has(InMemoryTables tables, AccountId id, Address address) {
    return tables
        .stored(id)
        .flatMap(it -> address.channel() == Channel.EMAIL ? it.email() : it.phone())
        .filter(it -> it.asTyped().equals(address.normal()))
        .isPresent();
  }

  /** Whether this is a confirmed address of an active account; told from the account. */
  static boolean owns(InMemoryTables tables, AccountId id, Address address) {
    return tables
        .stored(id)
        .filter(StoredAccount::active)
        .flatMap(it -> address.channel() == Channel.EMAIL ? it.email() : it.phone())
        .filter(it -> it.verified() && it.asTyped().equals(address.normal()))
        .isPresent();
  }
}
