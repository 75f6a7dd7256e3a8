package dev.rekey.passcode;

import java.time.Instant;

/**
 * Counts what may happen only so often in a window of time. Thread-safe; one atomic write a call.
 */
public interface Counter {

  /**
   * Takes one of {@code limit}, if one is left.
   *
   * @param name what is counted and in which window
   * @param forgetAfter when nobody needs the count any more
   * @throws dev.rekey.account.StoreUnavailable where the store is out of reach
   */
  boolean take(String name, int limit, Instant forgetAfter);
}
