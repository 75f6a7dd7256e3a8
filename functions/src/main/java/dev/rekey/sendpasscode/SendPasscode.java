package dev.rekey.sendpasscode;

import dev.rekey.address.Address;
import dev.rekey.address.AddressHashes;
import dev.rekey.message.Language;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.Passcodes;
import dev.rekey.passcode.RequestOutcome;
import dev.rekey.passcode.ResetStore;
import dev.rekey.passcode.Source;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks for a passcode. Never looks at accounts, so that known and unknown people are served by the
 * same steps in the same time (R1, R2, invariant 6). Thread-safe.
 */
final class SendPasscode {
  private final AddressHashes hashes;
  private final Passcodes passcodes;
  private final ResetStore resets;
  private final Limits limits;
  private final InstantSource clock;

  SendPasscode(
      AddressHashes hashes,
      Passcodes passcodes,
      ResetStore resets,
      Limits limits,
      InstantSource clock) {
    this.hashes = hashes;
    this.passcodes = passcodes;
    this.resets = resets;
    this.limits = limits;
    this.clock = clock;
  }

  /** What the audit calls the address. */
  String subject(Address address) {
    return hashes.of(address).subject();
  }

  RequestOutcome to(Address address, Optional<Source> source, Language language, String requestId) {
    var now = clock.instant();
    return resets.request(
        new PasscodeRequest(
            address,
            hashes.of(address),
            passcodes.issue(now, limits.passcodeLife(address.channel())),
            requestId,
            source,
            now,
            language));
  }
}
