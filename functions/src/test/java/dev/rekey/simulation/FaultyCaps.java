package dev.rekey.simulation;

import dev.rekey.account.StoreUnavailable;
import dev.rekey.passcode.Caps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Caps behind the gate. */
record FaultyCaps(Gate gate, Caps caps) implements Caps {
  @Override
  public Optional<Share> take(List<Share> shares, Instant forgetAfter) {
    return gate.store(() -> {
      var refused = caps.take(shares, forgetAfter);
      gate.running().refused = refused.isPresent();
      return refused;
    });
  }

  @Override
  public void giveBack(List<Share> shares) {
    gate.store(() -> {
      caps.giveBack(shares);
      return true;
    });
  }

  /** The room that a reset makes is a courtesy: nobody is told of the reset again for its sake. */
  @Override
  public void lower(String name, int amount) {
    var call = gate.running();
    boolean before = call.failed;
    try {
      gate.store(() -> {
        caps.lower(name, amount);
        return true;
      });
    } catch (StoreUnavailable away) {
      call.failed = before;
      throw away;
    }
  }
}
