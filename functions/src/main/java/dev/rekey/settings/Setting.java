package dev.rekey.settings;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every variable that the functions read, with what people must know of it. The page {@code
 * docs/settings.md} is made from this list.
 *
 * <p>{@code lowest} and {@code highest} bound whole numbers; text has none.
 */
public enum Setting {
  RESETS_TABLE("text", null, "Name of the table of resets."),
  ACCOUNTS_TABLE("text", null, "Name of the table of accounts."),
  KEYS_SECRET("text", null, "Name or ARN of the secret in Secrets Manager that holds the keys."),
  KEYS_MAX_AGE("seconds", "300", 1, 3600, "How long the keys are used before they are read again."),
  APPS(
      "list",
      null,
      "The apps that may call: `appId` or `appId:SHA-256 of its secret in hex`, separated by"
          + " commas. Only check-app-id-secret looks at the digest."),
  USER_POOL_ID(
      "text",
      "",
      "The user pool id that clients may send in place of an app id, of 1 to 64 letters, digits,"
          + " points, hyphens and underscores; empty: none."),
  PRODUCT_NAME(
      "text",
      "Rekey",
      "The name that messages carry, one line of up to 40 signs; refused as a password."),
  SUPPORT_CONTACT(
      "text",
      "",
      "Where people turn to when a reset was not theirs: an address or a URL, one line of up to"
          + " 200 signs."),
  MAIL_FROM("text", null, "The sender of mails, an identity that SES has verified."),
  MAIL_CONFIGURATION_SET("text", "", "The SES configuration set of mails; empty: none."),
  SMS_SENDER_ID("text", "", "The sender id of texts, where the country allows one; empty: none."),
  SMS_COUNTRIES("list", "CN", "The countries (ISO 3166) whose numbers get texts."),
  SMS_DAILY_PER_COUNTRY(
      "texts", "1000", 1, 1_000_000, "Most passcodes sent by SMS to one country in one UTC day."),
  DEFAULT_COUNTRY("text", "CN", "The country of numbers that come without a country code."),
  DEFAULT_LANGUAGE("text", "zh-CN", "Language of answers and messages where nobody asked for one."),
  EVENTS_TOPIC_ARN(
      "text", "", "The SNS topic that is told of changed passwords; empty: nobody is told."),
  TRUSTED_SOURCES(
      "list",
      "",
      "Address ranges (CIDR) of the team's own backends: from them alone `x-real-ip` is the"
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
      "Least length of a new password: 8 to 64, `nist-sfa` (15, where it is the only factor) or"
          + " `nist-mfa` (8)."),
  ARGON2_MEMORY(
      "KiB",
      "19456",
      12_288,
      1_048_576,
      "Memory of Argon2id; at least 47104 with 1 pass, 19456 with 2, 12288 with 3 or more."),
  ARGON2_ITERATIONS("passes", "2", 1, 20, "Passes of Argon2id over its memory."),
  ARGON2_PARALLELISM("lanes", "1", 1, 16, "Lanes of Argon2id."),
  DELIVER("text", "", "What the deliver function sends: `mail` or `sms`; the others ignore it.");

  private static final String PREFIX = "REKEY_";

  private final String unit;
  private final @Nullable String fallback;
  private final int lowest;
  private final int highest;
  private final String meaning;

  Setting(String unit, @Nullable String fallback, String meaning) {
    this(unit, fallback, 0, 0, meaning);
  }

  Setting(String unit, @Nullable String fallback, int lowest, int highest, String meaning) {
    this.unit = unit;
    this.fallback = fallback;
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
