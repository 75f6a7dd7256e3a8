package dev.rekey.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * SHA-256 of a reset token: enough to know it again, nothing to use it with. The token has 256
 * random bits, so a plain digest needs no salt (R13, R21).
 *
 * @param text base64url without padding
 */
public record TokenDigest(String text) {

  /** Compares in constant time (R17). */
  public boolean matches(TokenDigest other) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.US_ASCII), other.text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "TokenDigest[hidden]";
  }
}
