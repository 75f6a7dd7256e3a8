package dev.rekey.simulation;

import dev.rekey.passcode.Cap;
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

  @Override
  public void giveBack(String name, int amount) {
    gate.store(() -> {
      cap.giveBack(name, amount);
      return true;
    });
  }
}
