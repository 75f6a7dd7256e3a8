package dev.rekey.verifyreset;

import dev.rekey.address.AddressHashes;
import dev.rekey.passcode.ResetStore;
import dev.rekey.passcode.Source;
import dev.rekey.verifyreset.AttemptOutcome.Right;
import dev.rekey.verifyreset.AttemptOutcome.Wrong;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tells whether a passcode is right. Costs an attempt, consumes nothing (contract section 1.1).
 * Thread-safe.
 */
final class PreCheckCode {
  private final AddressHashes hashes;
  private final Attempt attempt;
  private final ResetStore resets;
  private final InstantSource clock;

  PreCheckCode(AddressHashes hashes, Attempt attempt, ResetStore resets, InstantSource clock) {
    this.hashes = hashes;
    this.attempt = attempt;
    this.resets = resets;
    this.clock = clock;
  }

  /** What the audit calls the address. */
  String subject(Proof proof) {
    return hashes.of(proof.address()).subject();
  }

  AttemptOutcome check(Proof proof, Optional<Source> source) {
    var now = clock.instant();
    var address = hashes.of(proof.address());
    var outcome = attempt.at(proof, address, source, now);
    // A proof forgives the misses; one that lost the race to an exchange proves nothing any more.
    if (outcome instanceof Right right
        && !resets.forgiveMisses(address, right.passcode().nonce(), now)) {
      return new Wrong(WrongCause.NO_ATTEMPT_LEFT_OR_NO_PASSCODE);
    }
    return outcome;
  }
}
