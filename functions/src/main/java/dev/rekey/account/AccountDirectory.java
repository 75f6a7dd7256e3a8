package dev.rekey.account;

import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.Channel;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the accounts are. Implementations are thread-safe and throw {@link StoreUnavailable} where
 * they are out of reach.
 */
public interface AccountDirectory {

  /**
   * The account that this address belongs to, if it is active, the address confirmed and the very
   * same: one that only looks alike must never get its owner's passcode.
   */
  Optional<ConfirmedAccount> confirmed(Address address, AddressHash hash);

  /** The account itself. */
  Optional<Account> find(AccountId id);

  /**
   * Where, and in which language, the owner is told over this channel: only at a confirmed address.
   */
  Optional<Recipient> recipient(AccountId id, Channel channel);

  /**
   * Takes the password from the account of this address, because others know it (R30): nobody signs
   * in with it any more, sessions end, tokens that were issued until now are dead; all or nothing.
   * Its owner may still reset. Found whether or not it is active and the address confirmed.
   *
   * @return whether there is such an account
   */
  boolean compromise(Address address, AddressHash hash, Instant now);

  /**
   * Sets a password: token spent, hash written, session epoch raised and notice asked for, all or
   * nothing (R23, invariant 4). Refuses where the token is not the live one of the address, where
   * the account is not active or was reset or compromised after the token was issued, or where the
   * address is not its confirmed one any more.
   */
  ResetOutcome finish(Reset reset);
}
