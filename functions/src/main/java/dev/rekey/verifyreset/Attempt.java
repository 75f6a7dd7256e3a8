package dev.rekey.verifyreset;

import dev.rekey.address.AddressHash;
import dev.rekey.passcode.ChargeOutcome.Charged;
import dev.rekey.passcode.ChargeOutcome.Exhausted;
import dev.rekey.passcode.ChargeOutcome.Refused;
import dev.rekey.passcode.Passcode;
import dev.rekey.passcode.Passcodes;
import dev.rekey.passcode.ResetStore;
import dev.rekey.passcode.Source;
import dev.rekey.verifyreset.AttemptOutcome.Expired;
import dev.rekey.verifyreset.AttemptOutcome.Right;
import dev.rekey.verifyreset.AttemptOutcome.Wrong;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One attempt at a passcode, charged before it is compared: R14, invariants 1 and 2. Thread-safe.
 */
final class Attempt {
  private final Passcodes passcodes;
  private final ResetStore resets;

  Attempt(Passcodes passcodes, ResetStore resets) {
    this.passcodes = passcodes;
    this.resets = resets;
  }

  AttemptOutcome at(Proof proof, AddressHash address, Optional<Source> source, Instant now) {
    if (proof.passcode().isEmpty()) { // it can match nothing, so it costs its owner nothing
      return new Wrong(WrongCause.NOT_A_PASSCODE);
    }
    String operation = UUID.randomUUID().toString();
    return switch (resets.charge(address, source, operation, now)) {
      case Charged charged -> compare(charged, proof, proof.passcode().get(), address, now);
      case Refused() -> new Wrong(WrongCause.NO_ATTEMPT_LEFT_OR_NO_PASSCODE);
      case Exhausted() -> new Wrong(shut(address, now, WrongCause.NO_ATTEMPT_LEFT_OR_NO_PASSCODE));
    };
  }

  private AttemptOutcome compare(
      Charged charged, Proof proof, Passcode given, AddressHash address, Instant now) {
    boolean right =
        passcodes.digits(charged.passcode(), proof.address()).filter(given::matches).isPresent();
    if (!right) {
      return new Wrong(
          charged.last() ? shut(address, now, WrongCause.MISMATCH) : WrongCause.MISMATCH);
    }
    return charged.passcode().expiredAt(now) ? new Expired() : new Right(charged.passcode());
  }

  /**
   * What the audit calls the attempt: of many at once one shuts the address, and one that was
   * erased is not shut before its next send.
   */
  private WrongCause shut(AddressHash address, Instant now, WrongCause otherwise) {
    return resets.shut(address, now) ? WrongCause.MISMATCH_SHUT : otherwise;
  }
}
