package dev.rekey.account;

import dev.rekey.address.Channel;
import java.time.Instant;

/**
 * A reset token as the store keeps it.
 *
 * @param digest of the token
 * @param account whose password it may set
 * @param channel over which its passcode was proven
 * @param issuedAt when; a reset of the account since then kills it
 * @param expiresAt the first instant at which it is good no more
 */
public record IssuedToken(
    TokenDigest digest, AccountId account, Channel channel, Instant issuedAt, Instant expiresAt) {

  public boolean expiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
