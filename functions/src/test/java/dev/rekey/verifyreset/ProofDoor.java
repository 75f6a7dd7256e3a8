package dev.rekey.verifyreset;

import dev.rekey.account.AccountDirectory;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHashes;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.Passcode;
import dev.rekey.passcode.Passcodes;
import dev.rekey.passcode.ResetStore;
import dev.rekey.passcode.Source;
import dev.rekey.simulation.Answer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** Lets the simulation in to the use cases, which nobody else needs outside of their package. */
public final class ProofDoor {
  private final PreCheckCode preCheck;
  private final VerifyReset verify;

  public ProofDoor(
      AddressHashes hashes,
      Passcodes passcodes,
      AccountDirectory accounts,
      ResetStore resets,
      Limits limits,
      InstantSource clock,
      SecureRandom random) {
    var attempt = new Attempt(passcodes, resets);
    preCheck = new PreCheckCode(hashes, attempt, resets, clock);
    verify = new VerifyReset(hashes, attempt, accounts, resets, limits, clock, random);
  }

  public Answer preCheck(Address address, String typed, Optional<Source> source) {
    return switch (preCheck.check(new Proof(address, Passcode.parse(typed)), source)) {
      case AttemptOutcome.Right _ -> new Answer.Proven();
      case AttemptOutcome.Expired() -> new Answer.Expired();
      case AttemptOutcome.Wrong _ -> new Answer.Wrong();
    };
  }

  public Answer verify(Address address, String typed, Optional<Source> source) {
    return switch (verify.exchange(new Proof(address, Passcode.parse(typed)), source)) {
      case ExchangeOutcome.Exchanged(var token, _) -> new Answer.Exchanged(token);
      case ExchangeOutcome.Expired() -> new Answer.Expired();
      case ExchangeOutcome.Wrong _ -> new Answer.Wrong();
    };
  }
}
