package dev.rekey.account;

import dev.rekey.address.AddressHash;
import dev.rekey.password.StoredHash;
import java.time.Instant;

/**
 * A password that is about to be set.
 *
 * @param address the one whose passcode was proven
 * @param token the token that is spent on it
 * @param password hash of the new password
 * @param noticeId what the notice and the event of this reset are called
 * @param now when
 */
public record Reset(
    AddressHash address, IssuedToken token, StoredHash password, String noticeId, Instant now) {}
