package dev.rekey.passcode;

import java.time.Instant;

/**
 * A passcode that was asked for, as the store keeps it: not the digits, only what they are derived
 * from.
 *
 * @param nonce what this one was derived with
 * @param codeKeyId the key that it was derived under
 * @param expiresAt the first instant at which it is good no more
 */
public record IssuedPasscode(Nonce nonce, String codeKeyId, Instant expiresAt) {

  public boolean expiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
