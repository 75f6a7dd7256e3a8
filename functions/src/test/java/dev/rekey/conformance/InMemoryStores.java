package dev.rekey.conformance;

import dev.rekey.account.AccountDirectory;
import dev.rekey.account.AccountId;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.address.Channel;
import dev.rekey.memory.InMemoryAccountDirectory;
import dev.rekey.memory.InMemoryCounter;
import dev.rekey.memory.InMemoryResetStore;
import dev.rekey.memory.InMemoryTables;
import dev.rekey.passcode.Caps;
import dev.rekey.passcode.Counter;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.ResetStore;
import dev.rekey.testing.TestKeys;
import java.util.Optional;

final class InMemoryStores implements Stores {
  private final AddressHashes hashes = new AddressHashes(TestKeys.keys());
  private final InMemoryTables tables = new InMemoryTables(hashes);
  private final InMemoryCounter counter = new InMemoryCounter();

  @Override
  public ResetStore resets(Limits limits) {
    return new InMemoryResetStore(tables, limits);
  }

  @Override
  public AccountDirectory accounts() {
    return new InMemoryAccountDirectory(tables, hashes);
  }

  @Override
  public Counter counter() {
    return counter;
  }

  @Override
  public Caps caps() {
    return counter;
  }

  @Override
  public void put(StoredAccount account) {
    tables.put(account);
  }

  @Override
  public void putAlias(
      StoredAccount account, Channel channel, AddressHash hash, StoredAddress address) {
    tables.putAlias(account, channel, hash, address);
  }

  @Override
  public Optional<StoredAccount> stored(AccountId id) {
    return tables.stored(id);
  }

  @Override
  public Optional<OutboxEntry> promised(AddressHash address) {
    return tables.promised(address);
  }

  @Override
  public String toString() {
    return "in memory";
  }
}
