package dev.rekey.verifyreset;

import dev.rekey.address.Address;
import dev.rekey.passcode.Passcode;
import java.util.Optional;

/**
 * What somebody offers as a proof that an address is theirs.
 *
 * @param passcode empty where what was typed cannot be one
 */
record Proof(Address address, Optional<Passcode> passcode) {}
