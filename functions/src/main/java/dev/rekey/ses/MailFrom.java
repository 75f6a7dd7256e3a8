package dev.rekey.ses;

import dev.rekey.address.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sender as the header of a mail wants it. SES takes a name beside the address as it is given:
 * a comma in it would end the address, and letters beyond ASCII must come as an encoded word.
 */
final class MailFrom {

  private static final Pattern NAMED = Pattern.compile("\"?([^\"<>]*?)\"?\\s*<([^<>]+)>");

  /** What fits the 75 signs of one encoded word (RFC 2047 section 2) in Base64. */
  private static final int LONGEST_NAME_IN_BYTES = 45;

  private MailFrom() {}

  /**
   * @param setting an address, or {@code Name <address>}
   * @throws IllegalArgumentException when it is neither; a wrong one must stop the start, since SES
   *     would answer it as if every recipient were invalid
   */
  static String header(String setting) {
    Matcher named = NAMED.matcher(setting.strip());
    if (!named.matches()) {
      return address(setting);
    }
    String name = named.group(1);
    String address = address(named.group(2));
    return name.isBlank() ? address : encoded(name) + " <" + address + ">";
  }

  /**
   * In the case in which it was typed: SES tells identities apart by it, and so does the role's
   * condition on the sender.
   */
  private static String address(String text) {
    String normal =
        EmailAddress.parse(text)
            .map(EmailAddress::normal)
            .orElseThrow(() -> new IllegalArgumentException("from is not an e-mail sender"));
    String typed = text.strip();
    return typed.equalsIgnoreCase(normal) ? typed : normal;
  }

  private static String encoded(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_NAME_IN_BYTES
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("from has a name of over 45 bytes or with control signs");
    }
    return bytes.length == name.length()
        ? '"' + name.replace("\\", "\\\\") + '"'
        : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }
}
