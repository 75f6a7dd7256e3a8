package dev.rekey.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;

/**
 * A password in clear: well-formed Unicode in NFC, so that it is the same however a keyboard
 * composed it (R26). Nothing else is changed or cut (R25). Immutable, thread-safe, never shown.
 */
public final class PasswordText {
  private final String text;

  private PasswordText(String text) {
    this.text = text;
  }

  /**
   * The password of a text, or nothing when it holds a lone surrogate: that is no text. It may be
   * empty.
   */
  public static Optional<PasswordText> parse(String text) {
    return text.codePoints().anyMatch(PasswordText::isSurrogate)
        ? Optional.empty()
        : Optional.of(new PasswordText(Normalizer.normalize(text, Form.NFC)));
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE;
  }

  /** How long it is, in code points (R24). */
  public int length() {
    return text.codePointCount(0, text.length());
  }

  /** What is hashed, in UTF-8; the array belongs to the caller. */
  byte[] utf8() {
    return text.getBytes(UTF_8);
  }

  String folded() {
    return fold(text);
  }

  /** One form for all that reads alike in upper or lower case, half or full width (R28). */
  static String fold(String text) {
    var compatible = Normalizer.normalize(text, Form.NFKC);
    // In lower case first: the capital sharp s alone is its own upper case, the small one is SS.
    var folded =
        compatible.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Form.NFKC);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PasswordText that && MessageDigest.isEqual(utf8(), that.utf8());
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "PasswordText[hidden]";
  }
}
