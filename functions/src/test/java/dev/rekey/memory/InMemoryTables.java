package dev.rekey.memory;

import dev.rekey.account.AccountId;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.account.Suppression;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.address.Channel;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.passcode.OutboxEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the in-memory adapters share: both tables and the stream. Each call of an adapter holds its
 * monitor from the first check to the last write, so that a finish is one step over all of it.
 * Thread-safe.
 */
public final class InMemoryTables {
  private final AddressHashes hashes;
  private final Map<AddressHash, AddressState> resets = new HashMap<>();
  private final Map<AccountId, StoredAccount> accounts = new HashMap<>();
  private final Map<AliasKey, Alias> aliases = new HashMap<>();
  private final List<OutboxEntry> stream = new ArrayList<>();
  private final Map<Typed, Optional<Address>> restored = new HashMap<>();

  private record Typed(Channel channel, String text) {}

  private record AliasKey(Channel channel, AddressHash hash) {}

  /**
   * Whose an address is; the language is read from the account itself.
   *
   * @param liftedAt when its suppression was last lifted
   */
  record Alias(
      AccountId account,
      boolean active,
      StoredAddress address,
      Optional<Suppression> suppression,
      Optional<Instant> liftedAt) {
    Alias with(Optional<Suppression> other, Optional<Instant> lifted) {
      return new Alias(account, active, address, other, lifted);
    }
  }

  public InMemoryTables(AddressHashes hashes) {
    this.hashes = hashes;
  }

  /** Writes an account with its aliases, as whoever keeps the accounts would. */
  public synchronized void put(StoredAccount account) {
    aliases.values().removeIf(alias -> alias.account().equals(account.id()));
    accounts.put(account.id(), account);
    account.email().ifPresent(it -> putAlias(account, Channel.EMAIL, it));
    account.phone().ifPresent(it -> putAlias(account, Channel.SMS, it));
  }

  /** Writes an alias under a hash that need not be its address's: one that only looks alike. */
  public synchronized void putAlias(
      StoredAccount account, Channel channel, AddressHash hash, StoredAddress address) {
    var alias =
        new Alias(account.id(), account.active(), address, Optional.empty(), Optional.empty());
    replace(channel, hash, alias);
  }

  private void putAlias(StoredAccount account, Channel channel, StoredAddress address) {
    var hash = hashes.of(restore(channel, address.asTyped()).orElseThrow());
    putAlias(account, channel, hash, address);
  }

  /** The account as it is now. */
  public synchronized Optional<StoredAccount> stored(AccountId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  /** All that was asked to be told since the last call, in order: what the stream would bring. */
  public synchronized List<OutboxEntry> drain() {
    var drained = List.copyOf(stream);
    stream.clear();
    return drained;
  }

  /** What the last write to an address asks to be told. */
  public synchronized Optional<OutboxEntry> promised(AddressHash address) {
    return Optional.ofNullable(resets.get(address)).map(state -> state.promised);
  }

  /** Whether nothing is left of an address but counts, or nothing at all. */
  public synchronized boolean keepsCountsAlone(AddressHash address) {
    var state = resets.get(address);
    return state == null || state.isCountsAlone();
  }

  @Nullable AddressState reset(AddressHash address) {
    return resets.get(address);
  }

  AddressState resetOrNew(AddressHash address) {
    return resets.computeIfAbsent(address, _ -> new AddressState());
  }

  void forget(AddressHash address) {
    resets.remove(address);
  }

  Optional<Alias> alias(Channel channel, AddressHash hash) {
    return Optional.ofNullable(aliases.get(new AliasKey(channel, hash)));
  }

  void replace(Channel channel, AddressHash hash, Alias alias) {
    aliases.put(new AliasKey(channel, hash), alias);
  }

  void replace(StoredAccount account) {
    accounts.put(account.id(), account);
  }

  void promise(AddressState state, OutboxEntry entry) {
    state.promised = entry;
    stream.add(entry);
  }

  /** Kept, for a simulation asks for the same few a million times. */
  Optional<Address> restore(Channel channel, String asTyped) {
    return restored.computeIfAbsent(
        new Typed(channel, asTyped),
        typed ->
            switch (typed.channel()) {
              case EMAIL -> EmailAddress.parse(typed.text()).map(Address.class::cast);
              case SMS ->
                  PhoneNumber.parse(typed.text(), Optional.empty(), "ZZ").map(Address.class::cast);
            });
  }
}
