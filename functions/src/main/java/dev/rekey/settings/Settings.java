package dev.rekey.settings;

import static dev.rekey.settings.Setting.*;

import dev.rekey.address.PhoneNumber;
import dev.rekey.message.Language;
import dev.rekey.passcode.Limits;
import dev.rekey.password.HashCost;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All settings, typed. Immutable.
 *
 * @param keysMaxAge how long keys are used before they are read again
 * @param userPoolId the pool id that counts like an app id
 * @param trustedSources callers whose {@code x-real-ip} is believed
 * @param ratePerSource calls a minute and route
 * @param passwordLength least length of a new password in code points
 * @param feedbackTopic the one topic that the function Feedback listens to
 * @param deliver the one channel of a deliver function
 */
public record Settings(
    Tables tables,
    String keysSecret,
    Duration keysMaxAge,
    List<KnownApp> apps,
    Optional<String> userPoolId,
    String productName,
    Optional<String> supportContact,
    Mails mails,
    Texting texting,
    Optional<String> eventsTopicArn,
    Optional<String> feedbackTopic,
    String defaultCountry,
    Language defaultLanguage,
    List<AddressRange> trustedSources,
    int ratePerSource,
    Limits limits,
    int passwordLength,
    HashCost hashCost,
    Optional<Deliver> deliver) {

  private static final int MILLS = 1000;
  private static final Pattern PRICE = Pattern.compile("([A-Za-z]{2})=([1-9][0-9]{0,4})");

  /** The two tables by name. */
  public record Tables(String resets, String accounts) {}

  /** How mails leave. */
  public record Mails(String from, Optional<String> configurationSet) {}

  /**
   * How texts leave, to which countries, and how many passcodes in one UTC day (docs/abuse.md).
   *
   * @param dailyPerBlock to numbers that differ in their last four digits alone
   * @param unusedPerCountry that led to no reset
   * @param sendsPerUse how many of these one reset makes good
   * @param dailySpend in mills, thousandths of a US dollar
   * @param price of one text, in mills, where {@code prices} does not name the country
   */
  public record Texting(
      Optional<String> senderId,
      Set<String> countries,
      int dailyPerCountry,
      int dailyPerBlock,
      int unusedPerCountry,
      int sendsPerUse,
      int dailySpend,
      int price,
      Map<String, Integer> prices) {
    public Texting {
      countries = Set.copyOf(countries);
      prices = Map.copyOf(prices);
    }

    /** What one text to this country is taken to cost, in mills. */
    public int price(String country) {
      return prices.getOrDefault(country, price);
    }
  }

  /** What a deliver function sends. */
  public enum Deliver {
    MAIL,
    SMS
  }

  public Settings {
    apps = List.copyOf(apps);
    trustedSources = List.copyOf(trustedSources);
  }

  /**
   * Reads all settings.
   *
   * @throws BadSetting at the first that is unknown, missing or out of bounds
   */
  public static Settings read(Map<String, String> environment) {
    var from = new SettingsReader(environment);
    return new Settings(
        new Tables(from.text(RESETS_TABLE), from.text(ACCOUNTS_TABLE)),
        from.text(KEYS_SECRET),
        from.seconds(KEYS_MAX_AGE),
        from.someParsed(APPS, KnownApp::parse),
        from.optionalParsed(USER_POOL_ID, KnownApp::id),
        from.parsed(PRODUCT_NAME, MessageSettings::productName),
        from.optionalParsed(SUPPORT_CONTACT, MessageSettings::contact),
        new Mails(
            from.parsed(MAIL_FROM, MessageSettings::sender),
            from.optionalParsed(MAIL_CONFIGURATION_SET, MessageSettings::configurationSet)),
        texting(from),
        from.optionalParsed(EVENTS_TOPIC_ARN, MessageSettings::topic),
        from.optionalParsed(FEEDBACK_TOPIC, MessageSettings::topic),
        from.parsed(DEFAULT_COUNTRY, Settings::country),
        from.parsed(DEFAULT_LANGUAGE, Settings::language),
        from.parsedList(TRUSTED_SOURCES, AddressRange::parse),
        from.number(RATE_PER_SOURCE),
        limits(from),
        from.parsed(PASSWORD_LENGTH, Settings::passwordLength),
        hashCost(from),
        from.optionalParsed(DELIVER, Settings::deliver));
  }

  private static Texting texting(SettingsReader from) {
    return new Texting(
        from.optionalParsed(SMS_SENDER_ID, MessageSettings::senderId),
        countries(from),
        from.number(SMS_DAILY_PER_COUNTRY),
        from.number(SMS_DAILY_PER_BLOCK),
        from.number(SMS_UNUSED_PER_COUNTRY),
        from.number(SMS_SENDS_PER_USE),
        from.number(SMS_DAILY_SPEND) * MILLS,
        from.number(SMS_PRICE),
        from.optionalParsed(SMS_PRICES, Settings::prices).orElseGet(Map::of));
  }

  /** A team that moves its home country must not have to think of a second setting. */
  private static Set<String> countries(SettingsReader from) {
    return from.optional(SMS_COUNTRIES).isEmpty()
        ? Set.of(from.parsed(DEFAULT_COUNTRY, Settings::country))
        : Set.copyOf(from.someParsed(SMS_COUNTRIES, Settings::country));
  }

  private static Map<String, Integer> prices(String value) {
    var prices = new HashMap<String, Integer>();
    for (var pair : value.split(",", -1)) {
      var price = PRICE.matcher(pair.strip());
      if (price.matches()) {
        prices.put(country(price.group(1)), Integer.parseInt(price.group(2)));
      } else if (!pair.isBlank()) {
        throw new IllegalArgumentException(
            "must list countries with a price in mills, as CN=25,GB=40");
      }
    }
    return prices;
  }

  /** A whole that was lowered caps its parts. */
  private static Limits limits(SettingsReader from) {
    return new Limits(
        from.seconds(EMAIL_PASSCODE_LIFE),
        from.seconds(SMS_PASSCODE_LIFE),
        from.seconds(RESET_TOKEN_LIFE),
        from.seconds(RESEND_AFTER),
        from.number(SENDS_PER_DAY),
        Math.min(from.number(SENDS_PER_SOURCE), from.number(SENDS_PER_DAY)),
        Math.min(from.number(TRIES_PER_SOURCE), from.number(TRIES_IN_ALL)),
        Math.min(from.number(TRIES_BY_STRANGERS), from.number(TRIES_IN_ALL)),
        from.number(TRIES_IN_ALL));
  }

  private static HashCost hashCost(SettingsReader from) {
    int iterations = from.number(ARGON2_ITERATIONS);
    int parallelism = from.number(ARGON2_PARALLELISM);
    return from.parsed(
        ARGON2_MEMORY, _ -> new HashCost(from.number(ARGON2_MEMORY), iterations, parallelism));
  }

  private static String country(String value) {
    String country = value.toUpperCase(Locale.ROOT);
    if (!PhoneNumber.isCountry(country)) {
      throw new IllegalArgumentException(
          "holds a country that is none, or has no phone numbers of its own: write it like CN or"
              + " GB");
    }
    return country;
  }

  private static Language language(String value) {
    return Language.of(value)
        .orElseThrow(
            () -> new IllegalArgumentException("must be one of zh-CN, en-US, zh-TW, ja-JP"));
  }

  /** NIST SP 800-63B-4 3.1.1.2: 15 where the password is the only factor, 8 beside another one. */
  private static int passwordLength(String value) {
    int length =
        switch (value) {
          case "nist-sfa" -> 15;
          case "nist-mfa" -> 8;
          default -> value.matches("[0-9]{1,2}") ? Integer.parseInt(value) : 0;
        };
    if (length < 8 || length > 64) {
      throw new IllegalArgumentException("must be 8 to 64 code points, nist-sfa or nist-mfa");
    }
    return length;
  }

  private static Deliver deliver(String value) {
    return switch (value) {
      case "mail" -> Deliver.MAIL;
      case "sms" -> Deliver.SMS;
      default -> throw new IllegalArgumentException("must be mail or sms");
    };
  }
}
