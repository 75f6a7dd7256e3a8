package dev.rekey.passcode;

/** A counter of what costs money: a count that bought nothing is given back. Thread-safe. */
public interface Cap extends Counter {

  /**
   * Gives one back that was taken and not used; never below none. Whoever dies before it has used
   * one up, so the limit errs to the safe side.
   *
   * @throws dev.rekey.account.StoreUnavailable where the store is out of reach
   */
  void giveBack(String name);
}
