package dev.rekey.simulation;

import dev.rekey.account.StoreUnavailable;
import dev.rekey.passcode.Cap;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import java.time.Instant;

/** A counter behind the gate. */
record FaultyCap(Gate gate, Cap cap) implements Cap {
  @Override
  public boolean take(String name, int amount, int limit, Instant forgetAfter) {
    return gate.store(() -> {
      boolean taken = cap.take(name, amount, limit, forgetAfter);
      gate.running().refused = !taken;
      return taken;
    });
  }

  /** The room that a reset makes is a courtesy: nobody is told of the reset again for its sake. */
  @Override
  public void giveBack(String name, int amount) {
    var call = gate.running();
    boolean before = call.failed;
    try {
      gate.store(() -> {
        cap.giveBack(name, amount);
        return true;
      });
    } catch (StoreUnavailable away) {
      call.failed = before || !(call.entry instanceof NoticeDue);
      throw away;
    }
  }
}
