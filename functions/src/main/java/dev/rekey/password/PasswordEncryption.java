package dev.rekey.password;

import java.util.Locale;
import java.util.Optional;

/** How a password comes over the wire (contract section 4). */
public enum PasswordEncryption {
  NONE,
  RSA,
  SM2;

  /**
   * The type of a name as clients send it, in any case (contract vector 45); nothing when there is
   * none such.
   */
  public static Optional<PasswordEncryption> parse(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "none" -> Optional.of(NONE);
      case "rsa" -> Optional.of(RSA);
      case "sm2" -> Optional.of(SM2);
      default -> Optional.empty();
    };
  }
}
