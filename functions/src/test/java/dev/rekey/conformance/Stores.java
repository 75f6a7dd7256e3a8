package dev.rekey.conformance;

import dev.rekey.account.AccountDirectory;
import dev.rekey.account.AccountId;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.AddressHash;
import dev.rekey.address.Channel;
import dev.rekey.dynamo.DynamoStores;
import dev.rekey.passcode.Caps;
import dev.rekey.passcode.Counter;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.ResetStore;
import dev.rekey.testing.LocalStack;
import java.util.List;
import java.util.Optional;

/** One implementation of all stores, and what a test must see of it. */
public interface Stores {

  /** A new object over the same state, as after a restart. */
  ResetStore resets(Limits limits);

  AccountDirectory accounts();

  Counter counter();

  Caps caps();

  /** Writes an account with its aliases, and removes those that it had before. */
  void put(StoredAccount account);

  /** Writes an alias under a hash that need not be its address's. */
  void putAlias(StoredAccount account, Channel channel, AddressHash hash, StoredAddress address);

  Optional<StoredAccount> stored(AccountId id);

  /** What the last write to an address asks to be told. */
  Optional<OutboxEntry> promised(AddressHash address);

  /**
   * All of them; mutation testing, which repeats a test hundreds of times, wants the fast one, and
   * {@code make test-aws} those of LocalStack alone.
   */
  static List<Stores> all() {
    return switch (System.getProperty("conformance.stores", "all")) {
      case "memory" -> List.of(new InMemoryStores());
      case LocalStack.ASKED_FOR -> List.of(DynamoStores.create());
      default -> List.of(new InMemoryStores(), DynamoStores.create());
    };
  }
}
