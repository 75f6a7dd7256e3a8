package dev.rekey.passcode;

import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.message.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody asks for a passcode.
 *
 * @param address where it shall go, whether or not anybody with an account is there
 * @param hash the name of that address in the store
 * @param passcode the passcode that this request makes
 * @param requestId what logs call the request
 * @param source who asks; empty where the network does not tell
 * @param askedAt when
 * @param language of the message where the account has none of its own
 */
public record PasscodeRequest(
    Address address,
    AddressHash hash,
    IssuedPasscode passcode,
    String requestId,
    Optional<Source> source,
    Instant askedAt,
    Language language) {}
