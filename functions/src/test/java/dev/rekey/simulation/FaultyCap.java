package dev.rekey.simulation;

import dev.rekey.passcode.Cap;
import java.time.Instant;

/** A counter behind the gate. */
record FaultyCap(Gate gate, Cap cap) implements Cap {
  @Override
  public boolean take(String name, int limit, Instant forgetAfter) {
    return gate.store(() -> {
      boolean taken = cap.take(name, limit, forgetAfter);
      gate.running().refused = !taken;
      return taken;
    });
  }

  @Override
  public void giveBack(String name) {
    gate.store(() -> {
      cap.giveBack(name);
      return true;
    });
  }
}
