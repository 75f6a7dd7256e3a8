package dev.rekey.passcode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counters of what costs money, which are taken from together. Thread-safe. */
public interface Caps {

  /**
   * So much of one counter.
   *
   * @param name what is counted and in which window
   * @param amount at least one
   * @param limit what the counter may come to
   */
  record Share(String name, int amount, int limit) {}

  /**
   * Takes every share, or none.
   *
   * @param shares of different counters
   * @param forgetAfter when nobody needs the counts any more
   * @return the first share that its limit does not leave, or before all others one that is above
   *     its limit; empty: all are taken
   * @throws dev.rekey.account.StoreUnavailable where the store is out of reach
   */
  Optional<Share> take(List<Share> shares, Instant forgetAfter);

  /**
   * Gives back what was taken and bought nothing. Whoever dies before it has used it up, so the
   * limits err to the safe side.
   *
   * @throws dev.rekey.account.StoreUnavailable where the store is out of reach
   */
  void giveBack(List<Share> shares);

  /**
   * Takes so much off a counter, if that much is counted; else the counter stays. Whatever is
   * repeated because its answer was lost may take it off twice.
   *
   * @throws dev.rekey.account.StoreUnavailable where the store is out of reach
   */
  void lower(String name, int amount);
}
