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

  /** Whose this very address is, whether or not it is confirmed and the account active. */
  Optional<AccountId> owner(Address address, AddressHash hash);

  /**
   * Takes the password from an account, because others know it (R30): nobody signs in with it any
   * more, sessions end, tokens that were issued until now are dead; all or nothing. Its owner may
   * still reset.
   *
   * @param channel of the address that the account was found by
   * @param hash of that address: it may have become another account's since
   * @param now read once the account was found, so that a token that was issued meanwhile is older
   * @return whether the account is there, and the address still its own
   */
  boolean compromise(AccountId account, Channel channel, AddressHash hash, Instant now);

  /**
   * Lets this very address get no mail any more: one write, under the condition that it is still
   * somebody's. The first reason stays; repeated it changes nothing. An address that its account
   * takes anew later begins anew.
   */
  SuppressOutcome suppress(Address address, AddressHash hash, Suppression suppression);

  /** Since when and why this very address gets no mail, if it is so. */
  Optional<Suppression> suppression(Address address, AddressHash hash);

  /**
   * Lets it get mail again; repeated with the same {@code now} it says the same.
   *
   * @param now what bounced or was complained of until then is forgotten
   * @return whether it was suppressed
   */
  boolean unsuppress(Address address, AddressHash hash, Instant now);

  /**
   * Sets a password: token spent, hash written, session epoch raised and notice asked for, all or
   * nothing (R23, invariant 4). Refuses where the token is not the live one of the address, where
   * the account is not active or was reset or compromised after the token was issued, or where the
   * address is not its confirmed one any more.
   */
  ResetOutcome finish(Reset reset);
}
