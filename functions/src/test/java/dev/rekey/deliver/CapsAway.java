package dev.rekey.deliver;

import dev.rekey.account.StoreUnavailable;
import dev.rekey.passcode.Caps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Counters in a table that is out of reach.
 *
 * @param lets whether they could be taken from before
 */
record CapsAway(boolean lets) implements Caps {
  /** Out of reach from the first. */
  static Caps always() {
    return new CapsAway(false);
  }

  /** Out of reach once they were taken from. */
  static Caps afterwards() {
    return new CapsAway(true);
  }

  @Override
  public Optional<Share> take(List<Share> shares, Instant forgetAfter) {
    if (lets) {
      return Optional.empty();
    }
    throw new StoreUnavailable("TransactWriteItems", "away");
  }

  @Override
  public void giveBack(List<Share> shares) {
    throw new StoreUnavailable("TransactWriteItems", "away");
  }

  @Override
  public void lower(String name, int amount) {
    throw new StoreUnavailable("UpdateItem", "away");
  }
}
