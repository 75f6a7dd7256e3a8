package dev.rekey.passcode;

import java.time.Instant;

/** A counter of what costs money: what bought nothing is given back. Thread-safe. */
public interface Cap extends Counter {

  /**
   * Takes so many of {@code limit}, if that many are left.
   *
   * @param name what is counted and in which window
   * @param amount at least one
   * @param forgetAfter when nobody needs the count any more
   * @throws dev.rekey.account.StoreUnavailable where the store is out of reach
   */
  boolean take(String name, int amount, int limit, Instant forgetAfter);

  @Override
  default boolean take(String name, int limit, Instant forgetAfter) {
    return take(name, 1, limit, forgetAfter);
  }

  /**
   * Gives back what was taken and not used; what is more than was taken is lost. Whoever dies
   * before it has used it up, so the limit errs to the safe side.
   *
   * @throws dev.rekey.account.StoreUnavailable where the store is out of reach
   */
  void giveBack(String name, int amount);
}
