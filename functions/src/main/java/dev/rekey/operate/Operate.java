package dev.rekey.operate;

import dev.rekey.account.AccountDirectory;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.operate.OperateOutcome.Compromised;
import dev.rekey.operate.OperateOutcome.Erased;
import dev.rekey.operate.OperateOutcome.Lifted;
import dev.rekey.operate.OperateOutcome.NoAccount;
import dev.rekey.operate.OperateOutcome.NotShut;
import dev.rekey.operate.OperateOutcome.NotSuppressed;
import dev.rekey.operate.OperateOutcome.NothingKnown;
import dev.rekey.operate.OperateOutcome.Opened;
import dev.rekey.operate.OperateOutcome.Shown;
import dev.rekey.passcode.ResetStore;
import java.time.InstantSource;
import java.util.UUID;

/** The operations. Thread-safe. */
final class Operate {
  private final AddressHashes hashes;
  private final ResetStore resets;
  private final AccountDirectory accounts;
  private final InstantSource clock;

  Operate(AddressHashes hashes, ResetStore resets, AccountDirectory accounts, InstantSource clock) {
    this.hashes = hashes;
    this.resets = resets;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What the audit calls the address. */
  String subject(Address address) {
    return hashes.of(address).subject();
  }

  /**
   * Does it.
   *
   * @throws dev.rekey.account.StoreUnavailable where the store is out of reach
   */
  OperateOutcome run(Operation operation, Address address) {
    var hash = hashes.of(address);
    return switch (operation) {
      case SHOW -> show(address, hash);
      case OPEN ->
          resets.open(hash, UUID.randomUUID().toString(), clock.instant())
              ? new Opened()
              : new NotShut();
      case COMPROMISED -> compromise(address, hash);
      case ERASE -> new Erased(resets.erase(hash));
      case UNSUPPRESS ->
          accounts.unsuppress(address, hash, clock.instant()) ? new Lifted() : new NotSuppressed();
    };
  }

  private OperateOutcome show(Address address, AddressHash hash) {
    var view = resets.view(hash, clock.instant());
    var suppression = accounts.suppression(address, hash);
    return view.isPresent() || suppression.isPresent()
        ? new Shown(view, suppression)
        : new NothingKnown();
  }

  private OperateOutcome compromise(Address address, AddressHash hash) {
    var owner = accounts.owner(address, hash);
    // The look-up took its time: a token that was issued meanwhile must be older than this, and
    // die with the password.
    var now = clock.instant();
    return owner.filter(it -> accounts.compromise(it, address.channel(), hash, now)).isPresent()
        ? new Compromised()
        : new NoAccount();
  }
}
