package dev.rekey.address;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings a domain name to its ASCII form, as UTS 46 (non-transitional) and so as mail servers do.
 * {@code java.net.IDN} is IDNA 2003: it would turn {@code straße.de} into {@code strasse.de}, which
 * is somebody else's domain, and it knows no letter that is younger than Unicode 3.2.
 *
 * <p>Of the signs that UTS 46 maps to themselves only those count that IDNA 2008 allows as well:
 * letters, digits, marks and a few points. Emoji and other symbols are in no domain, neither
 * written out nor behind an {@code xn--} (RFC 5892 disallows them). An {@code xn--} label must be
 * the very one that its own Unicode form gets; any other is a second spelling of a name, or of
 * none.
 */
final class DomainName {

  private static final String ENCODED = "xn--";
  private static final int LONGEST_LABEL = 63;
  private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

  private DomainName() {}

  /** The normal form of a name that is in NFKC, or empty when it is no public host name. */
  static Optional<String> normalised(String typed) {
    List<String> labels = new ArrayList<>();
    for (String label : lowerCase(typed).split("\\.", -1)) {
      String ascii = ascii(label);
      if (!isHostLabel(ascii)) {
        return Optional.empty();
      }
      labels.add(ascii);
    }
    boolean isPublic = labels.size() > 1 && !labels.getLast().matches("[0-9]+"); // no IP address
    return isPublic ? Optional.of(String.join(".", labels)) : Optional.empty();
  }

  private static String lowerCase(String name) {
    String dotted = name.replace('\u3002', '.'); // the full stop of Chinese and Japanese keyboards
    // Java writes a capital sigma at the end of a word as the final one, which is another letter.
    String lower = dotted.replace('\u03a3', '\u03c3').toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFKC);
  }

  private static boolean isAscii(String label) {
    return label.chars().allMatch(sign -> sign < 0x80);
  }

  /** The form of a label in mails, or the empty text (which is no label) where it has none. */
  private static String ascii(String label) {
    if (!isAscii(label)) {
      return encoded(label);
    }
    return label.startsWith(ENCODED) ? respelt(label) : label;
  }

  private static String respelt(String label) {
    return Punycode.decode(label.substring(ENCODED.length()))
        .filter(decoded -> !isAscii(decoded) && lowerCase(decoded).equals(decoded))
        .map(DomainName::encoded)
        .filter(label::equals)
        .orElse("");
  }

  /** The xn-- form, or the empty text (which is no label) where a sign may not stand in a name. */
  private static String encoded(String label) {
    boolean named =
        label.length() <= LONGEST_LABEL
            && !isMark(label.codePointAt(0))
            && label.codePoints().allMatch(DomainName::mayStandInName);
    return named ? ENCODED + Punycode.encode(label) : "";
  }

  private static boolean isHostLabel(String label) {
    boolean reserved = label.startsWith("--", 2) && !label.startsWith(ENCODED);
    return label.length() <= LONGEST_LABEL && !reserved && HOST_LABEL.matcher(label).matches();
  }

  private static boolean mayStandInName(int sign) {
    return sign == '-'
        || sign == 0xb7 // the middle dot of Catalan
        || sign == 0x30fb // the middle dot of Katakana
        || (sign < 0x80 ? isAsciiAlphanumeric(sign) : Character.isLetterOrDigit(sign))
        || isMark(sign);
  }

  private static boolean isAsciiAlphanumeric(int sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
  }

  private static boolean isMark(int sign) {
    int type = Character.getType(sign);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
