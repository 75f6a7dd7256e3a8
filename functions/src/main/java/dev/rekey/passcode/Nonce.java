package dev.rekey.passcode;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What tells two passcodes of one address apart: 128 random bits. Worthless without the code key,
 * but hidden all the same.
 *
 * @param text base64url without padding
 */
public record Nonce(String text) {
  private static final int BYTES = 16;

  public static Nonce fresh(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Nonce(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return "Nonce[hidden]";
  }
}
