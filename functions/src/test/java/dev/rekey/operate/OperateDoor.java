package dev.rekey.operate;

import dev.rekey.account.AccountDirectory;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHashes;
import dev.rekey.passcode.ResetStore;
import dev.rekey.simulation.Answer;
import java.time.InstantSource;

/** Lets the simulation in to the use case, which nobody else needs outside of its package. */
public final class OperateDoor {
  private final Operate operate;

  public OperateDoor(
      AddressHashes hashes, ResetStore resets, AccountDirectory accounts, InstantSource clock) {
    operate = new Operate(hashes, resets, accounts, clock);
  }

  public Answer open(Address address) {
    var outcome = operate.run(Operation.OPEN, address);
    return new Answer.Operated(outcome instanceof OperateOutcome.Opened);
  }

  public Answer erase(Address address) {
    return operate.run(Operation.ERASE, address) instanceof OperateOutcome.Erased(var erasure)
        ? new Answer.Erased(erasure)
        : new Answer.NotOurs();
  }

  public Answer compromise(Address address) {
    var outcome = operate.run(Operation.COMPROMISED, address);
    return new Answer.Compromised(outcome instanceof OperateOutcome.Compromised);
  }
}
