package dev.rekey.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in its normal form: NFKC, lower case, the domain as ASCII (xn--). Sub-addresses
 * ({@code ada+shop@}) stay distinct, since only the owner's mail server knows whether they are one.
 * R6, contract section 9.
 *
 * @param normal at most 254 characters of ASCII, as {@link #parse} makes it
 */
public record EmailAddress(String normal) implements Address {

  /** RFC 5321 4.5.3.1.3, less the angle brackets of a path. */
  private static final int LONGEST = 254;

  private static final int LONGEST_LOCAL_PART = 64;

  /**
   * The dot-atom of RFC 5322 without the signs that mail servers once read as routes or commands
   * ({@code % ! | `}). Quoted and Unicode local parts are refused: SES delivers neither, and a
   * quoted one can carry whole header lines.
   */
  private static final Pattern LOCAL_PART =
      Pattern.compile("[a-z0-9#$&'*+/=?^_{}~-]+(\\.[a-z0-9#$&'*+/=?^_{}~-]+)*");

  /** Checks that {@code normal} is a normal form; anything else is an IllegalArgumentException. */
  public EmailAddress {
    if (!normalised(normal).equals(Optional.of(normal))) {
      throw new IllegalArgumentException("normal is not an e-mail address in normal form");
    }
  }

  /**
   * Reads an address as a person typed it. Surrounding spaces, case, full-width signs and the form
   * of the domain do not matter; control characters anywhere, inner spaces, quotes, comments and
   * display names are refused.
   *
   * @return the address, or empty when it is not one
   */
  public static Optional<EmailAddress> parse(String typed) {
    return normalised(typed).map(EmailAddress::new);
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  /** Masked, so that no log, trace or exception ever holds a whole address (R46). */
  @Override
  public String toString() {
    int at = normal.indexOf('@');
    return (at > 2 ? normal.substring(0, 1) : "") + "***" + normal.substring(at);
  }

  private static Optional<String> normalised(String typed) {
    // Asked before NFKC, which turns one sign into up to eighteen, and before strip, which eats CR.
    if (typed.length() > LONGEST * 2 || !TypedText.isPrintable(typed)) {
      return Optional.empty();
    }
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    int at = text.indexOf('@');
    if (at < 1 || at != text.lastIndexOf('@')) {
      return Optional.empty();
    }
    String localPart = text.substring(0, at).toLowerCase(Locale.ROOT);
    return isLocalPart(localPart)
        ? DomainName.normalised(text.substring(at + 1))
            .map(domain -> localPart + "@" + domain)
            .filter(address -> address.length() <= LONGEST)
        : Optional.empty();
  }

  private static boolean isLocalPart(String text) {
    return text.length() <= LONGEST_LOCAL_PART
        && LOCAL_PART.matcher(text).matches()
        && !text.contains("=?"); // the start of an encoded word, which some servers decode
  }
}
