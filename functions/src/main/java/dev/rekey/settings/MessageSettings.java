package dev.rekey.settings;

import dev.rekey.address.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The forms of what messages carry. They are checked at the start, because SES and SNS would answer
 * a wrong one as if every recipient were invalid.
 */
final class MessageSettings {
  private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]{1,40}");
  private static final Pattern PASSCODE = Pattern.compile("[0-9]{6}");
  private static final Pattern NAMED = Pattern.compile("\"?([^\"<>\\p{Cc}]*?)\"?\\s*<([^<>]+)>");

  /** What fits one encoded word of a header (RFC 2047 section 2) in Base64. */
  private static final int LONGEST_NAME_IN_BYTES = 45;

  private static final Pattern SENDER_ID = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9-]{1,11}");

  private static final Pattern CONTACT =
      Pattern.compile("[^<>\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]{1,200}");
  private static final Pattern CONFIGURATION_SET = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern TOPIC =
      Pattern.compile("arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}");

  private MessageSettings() {}

  static String contact(String value) {
    if (!CONTACT.matcher(value).matches()) {
      throw new IllegalArgumentException("must be one line of 1 to 200 signs, without < and >");
    }
    return value;
  }

  static String configurationSet(String value) {
    if (!CONFIGURATION_SET.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "must be 1 to 64 letters, digits, hyphens and underscores");
    }
    return value;
  }

  static String topic(String value) {
    if (!TOPIC.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "must be the ARN of a topic, as arn:aws:sns:eu-central-1:123456789012:name");
    }
    return value;
  }

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
    String name = named.matches() ? named.group(1) : "";
    if (EmailAddress.parse(address).isEmpty()
        || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_IN_BYTES) {
      throw new IllegalArgumentException(
          "must be an e-mail address or `Name <address>`, the name of 45 bytes at most");
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
