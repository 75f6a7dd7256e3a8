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
    courtesy(() -> caps.giveBack(shares));
  }

  @Override
  public void lower(String name, int amount) {
    courtesy(() -> caps.lower(name, amount));
  }

  /** What makes room is no reason to tell anybody anything again: its fault changes no answer. */
  private void courtesy(Runnable count) {
    var call = gate.running();
    boolean before = call.failed;
    try {
      gate.store(() -> {
        count.run();
        return true;
      });
    } catch (StoreUnavailable away) {
      call.failed = before;
      throw away;
    }
  }
}
