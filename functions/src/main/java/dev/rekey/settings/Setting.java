package dev.rekey.settings;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every variable that the functions read, with what people must know of it. The page {@code
 * docs/settings.md} is made from this list.
 */
public enum Setting {
  RESETS_TABLE("text", null, "a table", "Name of the table of resets."),
  ACCOUNTS_TABLE("text", null, "a table", "Name of the table of accounts."),
  KEYS_SECRET(
      "text",
      null,
      "a secret",
      "Name or ARN of the secret in Secrets Manager that holds the keys."),
  KEYS_MAX_AGE("seconds", "300", 1, 3600, "How long the keys are used before they are read again."),
  APPS(
      "list",
      null,
      "ids of 1 to 64 letters, digits, points, hyphens and underscores",
      "The apps that may call: `appId` or `appId:SHA-256 of its secret in hex`, separated by"
          + " commas. Only check-app-id-secret looks at the digest."),
  USER_POOL_ID(
      "text",
      "",
      "1 to 64 letters, digits, points, hyphens and underscores",
      "The user pool id that clients may send in place of an app id; empty: none."),
  PRODUCT_NAME(
      "text",
      "Rekey",
      "one line of 1 to 40 signs, without six digits in a row",
      "The name that messages carry; refused as a password."),
  SUPPORT_CONTACT(
      "text",
      "",
      "one line of 1 to 200 signs, without < and >",
      "Where people turn to when a reset was not theirs: an address or a URL."),
  MAIL_FROM(
      "text",
      null,
      "an address, or `Name <address>` with a name of 45 bytes at most",
      "The sender of mails, an identity that SES has verified."),
  MAIL_CONFIGURATION_SET(
      "text",
      "",
      "1 to 64 letters, digits, hyphens and underscores",
      "The SES configuration set of mails; empty: none."),
  SMS_SENDER_ID(
      "text",
      "",
      "1 to 11 letters, digits and hyphens, one of them a letter",
      "The sender id of texts, where the country allows one; empty: none."),
  SMS_COUNTRIES(
      "list",
      "",
      "ISO 3166, as `CN` or `GB`",
      "The countries whose numbers get texts; empty: that of `REKEY_DEFAULT_COUNTRY` alone."),
  SMS_DAILY_PER_COUNTRY(
      "texts", "1000", 1, 1_000_000, "Most passcodes sent by SMS to one country in one UTC day."),
  SMS_DAILY_PER_BLOCK(
      "texts",
      "50",
      1,
      10_000,
      "Of these, most to numbers that differ in their last four digits alone."),
  SMS_UNUSED_PER_COUNTRY(
      "texts",
      "200",
      1,
      1_000_000,
      "Most passcodes sent by SMS to one country in one UTC day that led to no reset."),
  SMS_SENDS_PER_USE("texts", "5", 1, 100, "How many of them one reset by SMS makes good."),
  SMS_DAILY_SPEND(
      "US dollars", "100", 1, 100_000, "Most that passcodes by SMS may cost in one UTC day."),
  SMS_PRICE(
      "mills", "100", 1, 10_000, "What one text is taken to cost, in thousandths of a US dollar."),
  SMS_PRICES(
      "list",
      "",
      "countries with 1 to 99999 mills each, as `CN=25,GB=40`",
      "The same for single countries."),
  DEFAULT_COUNTRY(
      "text",
      "CN",
      "ISO 3166, as `CN` or `GB`",
      "The country of numbers that come without a country code."),
  DEFAULT_LANGUAGE(
      "text",
      "zh-CN",
      "zh-CN, en-US, zh-TW, ja-JP",
      "Language of answers and messages where nobody asked for one."),
  EVENTS_TOPIC_ARN(
      "text",
      "",
      "the ARN of a topic",
      "The SNS topic that is told of changed passwords, shut addresses and held back texts"
          + " (docs/events.md); empty: nobody is told."),
  FEEDBACK_TOPIC(
      "text",
      "",
      "the ARN of a topic",
      "The SNS topic by which SES tells the function Feedback of mails that came back; the others"
          + " ignore it."),
  TRUSTED_SOURCES(
      "list",
      "",
      "CIDR, not wider than /8, or /16 of IPv6",
      "Address ranges of the team's own backends: from them alone `x-real-ip` is the"
          + " source of a call."),
  RATE_PER_SOURCE("calls", "60", 1, 100_000, "Most calls of one source to one route in a minute."),
  EMAIL_PASSCODE_LIFE("seconds", "300", 30, 600, "How long a passcode sent by e-mail is good."),
  SMS_PASSCODE_LIFE("seconds", "60", 30, 600, "How long a passcode sent by SMS is good."),
  RESET_TOKEN_LIFE("seconds", "300", 30, 600, "How long a reset token is good."),
  RESEND_AFTER("seconds", "60", 1, 3600, "Least time between two sends to one address."),
  SENDS_PER_DAY("sends", "12", 1, 12, "Most sends to one address in one UTC day."),
  SENDS_PER_SOURCE("sends", "4", 1, 12, "Of these, most that one source may ask for."),
  TRIES_PER_SOURCE("tries", "5", 1, 5, "Most tries of one source at one passcode."),
  TRIES_BY_STRANGERS(
      "tries",
      "10",
      1,
      10,
      "Tries at one passcode after which only the source that asked goes on."),
  TRIES_IN_ALL("tries", "15", 1, 15, "Most tries at one passcode, whoever makes them."),
  PASSWORD_LENGTH(
      "code points",
      "8",
      "8 to 64, `nist-sfa`, `nist-mfa`",
      "Least length of a new password; `nist-sfa` is 15, for where it is the only factor, and"
          + " `nist-mfa` 8."),
  ARGON2_MEMORY(
      "KiB",
      "19456",
      12_288,
      1_048_576,
      "Memory of Argon2id; at least 47104 with 1 pass, 19456 with 2, 12288 with 3 or more."),
  ARGON2_ITERATIONS("passes", "2", 1, 20, "Passes of Argon2id over its memory."),
  ARGON2_PARALLELISM("lanes", "1", 1, 16, "Lanes of Argon2id."),
  DELIVER("text", "", "`mail`, `sms`", "What a deliver function sends; the others ignore it.");

  private static final String PREFIX = "REKEY_";

  private final String unit;
  private final @Nullable String fallback;
  private final String bounds;
  private final int lowest;
  private final int highest;
  private final String meaning;

  /** A text, whose reader knows its bounds. */
  Setting(String unit, @Nullable String fallback, String bounds, String meaning) {
    this(unit, fallback, bounds, 0, 0, meaning);
  }

  /** A whole number. */
  Setting(String unit, @Nullable String fallback, int lowest, int highest, String meaning) {
    this(unit, fallback, lowest + " to " + highest, lowest, highest, meaning);
  }

  Setting(
      String unit,
      @Nullable String fallback,
      String bounds,
      int lowest,
      int highest,
      String meaning) {
    this.unit = unit;
    this.fallback = fallback;
    this.bounds = bounds;
    this.lowest = lowest;
    this.highest = highest;
    this.meaning = meaning;
  }

  /** The name of the environment variable. */
  public String variable() {
    return PREFIX + name();
  }

  /** What a value counts, or {@code text} or {@code list}. */
  public String unit() {
    return unit;
  }

  /** The value where none is set; empty where one must be set. */
  public Optional<String> fallback() {
    return Optional.ofNullable(fallback);
  }

  /** What the value must be, for people. */
  public String bounds() {
    return bounds;
  }

  /** Whether the value is a whole number between {@link #lowest} and {@link #highest}. */
  public boolean bounded() {
    return highest > 0;
  }

  public int lowest() {
    return lowest;
  }

  public int highest() {
    return highest;
  }

  public String meaning() {
    return meaning;
  }

  static boolean owns(String variable) {
    return variable.startsWith(PREFIX);
  }

  static boolean exists(String variable) {
    return Arrays.stream(values()).anyMatch(setting -> setting.variable().equals(variable));
  }
}
