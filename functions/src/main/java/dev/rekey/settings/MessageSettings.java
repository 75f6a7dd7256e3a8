package dev.rekey.settings;

import dev.rekey.address.EmailAddress;
import java.util.regex.Pattern;

/**
 * The forms of what messages carry. They are checked at the start, because SES and SNS would answer
 * a wrong one as if every recipient were invalid.
 */
final class MessageSettings {
  private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]{1,40}");
  private static final Pattern PASSCODE = Pattern.compile("[0-9]{6}");
  private static final Pattern NAMED =
      Pattern.compile("\"?([^\"<>\\p{Cc}]{0,45}?)\"?\\s*<([^<>]+)>");
  private static final Pattern SENDER_ID = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9-]{1,11}");

  private MessageSettings() {}

  static String productName(String value) {
    if (!ONE_LINE.matcher(value).matches() || PASSCODE.matcher(value).find()) {
      throw new IllegalArgumentException(
          "must be one line of 1 to 40 signs, without six digits in a row");
    }
    return value;
  }

  static String sender(String value) {
    var named = NAMED.matcher(value);
    String address = named.matches() ? named.group(2) : value;
    if (EmailAddress.parse(address).isEmpty()) {
      throw new IllegalArgumentException("must be an e-mail address or `Name <address>`");
    }
    return value;
  }

  static String senderId(String value) {
    if (!SENDER_ID.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "must be 1 to 11 letters, digits and hyphens, at least one of them a letter");
    }
    return value;
  }
}
