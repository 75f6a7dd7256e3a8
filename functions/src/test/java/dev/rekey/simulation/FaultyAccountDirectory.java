package dev.rekey.simulation;

import dev.rekey.account.Account;
import dev.rekey.account.AccountDirectory;
import dev.rekey.account.AccountId;
import dev.rekey.account.ConfirmedAccount;
import dev.rekey.account.Recipient;
import dev.rekey.account.Reset;
import dev.rekey.account.ResetOutcome;
import dev.rekey.account.StoreUnavailable;
import dev.rekey.account.SuppressOutcome;
import dev.rekey.account.Suppression;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The accounts behind the gate, watched. */
final class FaultyAccountDirectory implements AccountDirectory {
  private final Gate gate;
  private final AccountDirectory accounts;
  private final Watch watch;

  /** Whether the item still says that this reset was done. */
  private final Predicate<Reset> told;

  FaultyAccountDirectory(Gate gate, AccountDirectory accounts, Watch watch, Predicate<Reset> told) {
    this.gate = gate;
    this.accounts = accounts;
    this.watch = watch;
    this.told = told;
  }

  @Override
  public Optional<ConfirmedAccount> confirmed(Address address, AddressHash hash) {
    return gate.store(() -> {
      var account = accounts.confirmed(address, hash);
      watch.asked();
      account.ifPresent(it -> watch.found(it.id(), address));
      return account;
    });
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return gate.store(() -> {
      var account = accounts.find(id);
      watch.asked();
      return account;
    });
  }

  @Override
  public Optional<Recipient> recipient(AccountId id, Channel channel) {
    return gate.store(() -> {
      var recipient = accounts.recipient(id, channel);
      watch.asked();
      recipient.ifPresent(it -> watch.found(id, it.address()));
      return recipient;
    });
  }

  @Override
  public Optional<AccountId> owner(Address address, AddressHash hash) {
    return gate.store(() -> watch.owner(hash, accounts.owner(address, hash)));
  }

  /** As {@link #finish}, but nobody looks up what was never answered: an operator tries again. */
  @Override
  public boolean compromise(AccountId account, Channel channel, AddressHash hash, Instant now) {
    List<Boolean> first = new ArrayList<>();
    return gate.store(() -> {
      if (first.isEmpty()) {
        first.add(
            watch.compromise(
                account, hash, () -> accounts.compromise(account, channel, hash, now)));
      }
      return first.getFirst();
    });
  }

  @Override
  public SuppressOutcome suppress(Address address, AddressHash hash, Suppression suppression) {
    return gate.store(() -> accounts.suppress(address, hash, suppression));
  }

  @Override
  public Optional<Suppression> suppression(Address address, AddressHash hash) {
    return gate.store(() -> accounts.suppression(address, hash));
  }

  @Override
  public boolean unsuppress(Address address, AddressHash hash, Instant now) {
    return gate.store(() -> accounts.unsuppress(address, hash, now));
  }

  /**
   * As the adapter for DynamoDB: a transaction that is repeated with its request token is not done
   * again but told again, and one of which no answer came is looked up.
   */
  @Override
  public ResetOutcome finish(Reset reset) {
    List<ResetOutcome> first = new ArrayList<>();
    try {
      return gate.store(() -> {
        if (first.isEmpty()) {
          first.add(watch.finish(reset, () -> accounts.finish(reset)));
        }
        return first.getFirst();
      });
    } catch (StoreUnavailable unanswered) {
      gate.running().failed = false;
      if (gate.store(() -> told.test(reset))) {
        return ResetOutcome.DONE;
      }
      gate.running().failed = true;
      throw unanswered;
    }
  }
}
