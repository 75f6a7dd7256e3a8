package dev.rekey.passcode;

import dev.rekey.account.IssuedToken;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.AddressHash;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of all addresses. Each method is one atomic conditional write (or a second one of
 * another form), or one read; none reads before it writes. Every write carries an id of its own, so
 * that one whose answer was lost can be repeated and proves its effect.
 *
 * <p>Implementations are thread-safe and throw {@link dev.rekey.account.StoreUnavailable} where the
 * store is out of reach.
 */
public interface ResetStore {

  /**
   * Stores a passcode and asks for its delivery, in one write. At most one send in {@link
   * Limits#resendAfter()}, {@link Limits#sendsPerDay()} a day, {@link Limits#sendsPerSource()} of
   * them by one source. Replaces an earlier passcode; leaves the reset token and the misses as they
   * are (R14).
   */
  RequestOutcome request(PasscodeRequest request);

  /**
   * Takes one attempt at the passcode of an address, alive or expired, before anybody compares
   * (R14, invariants 1 and 2).
   *
   * @param operation unique to this attempt; repeated with it, the attempt counts once, or again
   *     where another write came between: never not at all
   */
  ChargeOutcome charge(AddressHash address, Optional<Source> source, String operation, Instant now);

  /**
   * Forgets the misses of an address, because the passcode was proven.
   *
   * @return whether that very passcode is still the one of the address
   */
  boolean forgiveMisses(AddressHash address, Nonce proven, Instant now);

  /**
   * Shuts code recovery of an address without misses left, and asks for its owner to be told; once.
   *
   * @return whether it was this call that shut it, or another one of the same moment: a call whose
   *     answer was lost is known by it
   */
  boolean shut(AddressHash address, Instant now);

  /**
   * Opens code recovery of an address that was shut, and forgets its misses; for operators, and for
   * the team's own login once the owner has signed in (R15).
   *
   * @param operation unique to this call; repeated with it, the answer is the same
   * @return whether it was shut
   */
  boolean open(AddressHash address, String operation, Instant now);

  /**
   * Erases what is kept of an address, on its owner's wish (R48): passcode and token are dead.
   * Where there are misses, or it is shut, these counts stay until they expire or are opened, so
   * that erasing gives nobody a fresh guess (R14, R15). May be repeated.
   */
  Erasure erase(AddressHash address);

  /** What is known of an address; empty where nothing is, or is forgotten. */
  Optional<AddressView> view(AddressHash address, Instant now);

  /**
   * Exchanges the passcode for a reset token, at most once (R12).
   *
   * @param proven the passcode that was compared: a later one is not exchanged
   * @return whether the token is now the address's
   */
  boolean exchange(AddressHash address, Nonce proven, IssuedToken token);

  /** The token that the address holds, alive or expired; none that was refused too often. */
  Optional<IssuedToken> token(AddressHash address);

  /**
   * Counts a refused password against a live token.
   *
   * @param operation unique to this refusal
   * @return false where the token is not live or has been refused {@link Limits#REFUSALS_PER_TOKEN}
   *     times
   */
  boolean countRefusal(AddressHash address, TokenDigest token, String operation, Instant now);
}
