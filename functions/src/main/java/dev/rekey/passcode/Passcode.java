package dev.rekey.passcode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Six decimal digits, as text: leading zeros count.
 *
 * @param digits the secret; only a message to its owner may show it
 */
public record Passcode(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{6}");

  public Passcode {
    if (!FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException("digits must be six ASCII digits");
    }
  }

  /**
   * What a person typed or pasted; empty where it cannot be a passcode. White space around it is
   * forgiven.
   */
  public static Optional<Passcode> parse(String typed) {
    String digits = typed.strip();
    return FORM.matcher(digits).matches() ? Optional.of(new Passcode(digits)) : Optional.empty();
  }

  /** Compares in constant time (R17). */
  public boolean matches(Passcode other) {
    return MessageDigest.isEqual(
        digits.getBytes(StandardCharsets.US_ASCII),
        other.digits.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "Passcode[hidden]";
  }
}
