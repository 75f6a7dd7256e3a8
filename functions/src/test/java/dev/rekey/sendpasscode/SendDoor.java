package dev.rekey.sendpasscode;

import dev.rekey.address.Address;
import dev.rekey.address.AddressHashes;
import dev.rekey.message.Language;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.Passcodes;
import dev.rekey.passcode.ResetStore;
import dev.rekey.passcode.Source;
import dev.rekey.simulation.Answer;
import java.time.InstantSource;
import java.util.Optional;

/** Lets the simulation in to the use case, which nobody else needs outside of its package. */
public final class SendDoor {
  private final SendPasscode send;

  public SendDoor(
      AddressHashes hashes,
      Passcodes passcodes,
      ResetStore resets,
      Limits limits,
      InstantSource clock) {
    send = new SendPasscode(hashes, passcodes, resets, limits, clock);
  }

  public Answer send(Address to, Optional<Source> source, String requestId) {
    return new Answer.Asked(requestId, send.to(to, source, Language.EN_US, requestId));
  }
}
