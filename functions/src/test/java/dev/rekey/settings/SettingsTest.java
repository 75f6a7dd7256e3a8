package dev.rekey.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.message.Language;
import dev.rekey.passcode.Limits;
import dev.rekey.password.HashCost;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String DIGEST = "ab".repeat(32);

  @Test
  void textsGoToTheHomeCountryUnlessOthersAreNamed() {
    assertThat(Environments.settings().texting().countries()).containsExactly("CN");
    assertThat(Environments.settings("REKEY_DEFAULT_COUNTRY", "GB").texting().countries())
        .containsExactly("GB");
    assertThat(
            Environments.settings("REKEY_DEFAULT_COUNTRY", "GB", "REKEY_SMS_COUNTRIES", "FR")
                .texting()
                .countries())
        .containsExactly("FR");
  }

  @Test
  void theDefaultsAreThese() {
    assertThat(Environments.settings())
        .isEqualTo(
            new Settings(
                new Settings.Tables("Resets", "Accounts"),
                "rekey/keys",
                Duration.ofSeconds(300),
                List.of(new KnownApp("app", Optional.empty())),
                Optional.empty(),
                "Rekey",
                Optional.empty(),
                new Settings.Mails("no-reply@example.com", Optional.empty()),
                new Settings.Texting(
                    Optional.empty(), Set.of("CN"), 1000, 50, 200, 5, 100_000, 100, Map.of()),
                Optional.empty(),
                Optional.empty(),
                "CN",
                Language.ZH_CN,
                List.of(),
                60,
                new Limits(
                    Duration.ofSeconds(300),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(300),
                    Duration.ofSeconds(60),
                    12,
                    4,
                    5,
                    10,
                    15),
                8,
                new HashCost(19456, 2, 1),
                Optional.empty()));
  }

  @Test
  void everySettingGoesToItsPlace() {
    var settings =
        Environments.settings(
            "REKEY_RESETS_TABLE", "R1",
            "REKEY_ACCOUNTS_TABLE", "A1",
            "REKEY_KEYS_SECRET", "s1",
            "REKEY_KEYS_MAX_AGE", "11",
            "REKEY_APPS", "one, two:" + DIGEST,
            "REKEY_USER_POOL_ID", "pool",
            "REKEY_PRODUCT_NAME", "Shop",
            "REKEY_SUPPORT_CONTACT", "help@example.com",
            "REKEY_MAIL_FROM", "m@example.com",
            "REKEY_MAIL_CONFIGURATION_SET", "set",
            "REKEY_SMS_SENDER_ID", "SHOP",
            "REKEY_SMS_COUNTRIES", "gb,JP",
            "REKEY_SMS_DAILY_PER_COUNTRY", "12",
            "REKEY_SMS_DAILY_PER_BLOCK", "13",
            "REKEY_SMS_UNUSED_PER_COUNTRY", "14",
            "REKEY_SMS_SENDS_PER_USE", "15",
            "REKEY_SMS_DAILY_SPEND", "16",
            "REKEY_SMS_PRICE", "17",
            "REKEY_SMS_PRICES", "cn=25, GB=40,",
            "REKEY_DEFAULT_COUNTRY", "gb",
            "REKEY_DEFAULT_LANGUAGE", "JA-jp",
            "REKEY_EVENTS_TOPIC_ARN", "arn:aws:sns:eu-central-1:123456789012:events",
            "REKEY_FEEDBACK_TOPIC", "arn:aws:sns:eu-central-1:123456789012:feedback",
            "REKEY_TRUSTED_SOURCES", "10.0.0.0/8,::1",
            "REKEY_RATE_PER_SOURCE", "13",
            "REKEY_EMAIL_PASSCODE_LIFE", "31",
            "REKEY_SMS_PASSCODE_LIFE", "32",
            "REKEY_RESET_TOKEN_LIFE", "33",
            "REKEY_RESEND_AFTER", "34",
            "REKEY_SENDS_PER_DAY", "11",
            "REKEY_SENDS_PER_SOURCE", "10",
            "REKEY_TRIES_PER_SOURCE", "2",
            "REKEY_TRIES_BY_STRANGERS", "3",
            "REKEY_TRIES_IN_ALL", "4",
            "REKEY_PASSWORD_LENGTH", "nist-sfa",
            "REKEY_ARGON2_MEMORY", "50000",
            "REKEY_ARGON2_ITERATIONS", "3",
            "REKEY_ARGON2_PARALLELISM", "2",
            "REKEY_DELIVER", "sms");
    assertThat(settings)
        .isEqualTo(
            new Settings(
                new Settings.Tables("R1", "A1"),
                "s1",
                Duration.ofSeconds(11),
                List.of(
                    new KnownApp("one", Optional.empty()),
                    new KnownApp("two", Optional.of(DIGEST))),
                Optional.of("pool"),
                "Shop",
                Optional.of("help@example.com"),
                new Settings.Mails("m@example.com", Optional.of("set")),
                new Settings.Texting(
                    Optional.of("SHOP"),
                    Set.of("GB", "JP"),
                    12,
                    13,
                    14,
                    15,
                    16_000,
                    17,
                    Map.of("CN", 25, "GB", 40)),
                Optional.of("arn:aws:sns:eu-central-1:123456789012:events"),
                Optional.of("arn:aws:sns:eu-central-1:123456789012:feedback"),
                "GB",
                Language.JA_JP,
                List.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("::1")),
                13,
                new Limits(
                    Duration.ofSeconds(31),
                    Duration.ofSeconds(32),
                    Duration.ofSeconds(33),
                    Duration.ofSeconds(34),
                    11,
                    10,
                    2,
                    3,
                    4),
                15,
                new HashCost(50000, 3, 2),
                Optional.of(Settings.Deliver.SMS)));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyValueIsNone(Setting setting) {
    var environment = Environments.of(setting.variable(), "  ");
    if (setting.fallback().isEmpty()) {
      assertNames(environment, setting.variable());
      return;
    }
    environment.remove(setting.variable());
    assertThat(Environments.settings(setting.variable(), "  "))
        .isEqualTo(Settings.read(environment));
  }

  @ParameterizedTest
  @EnumSource
  void whatHasNoDefaultMustBeSet(Setting setting) {
    var environment = Environments.of();
    environment.remove(setting.variable());
    if (setting.fallback().isEmpty()) {
      assertNames(environment, setting.variable());
    } else {
      assertThat(Settings.read(environment)).isNotNull();
    }
  }

  private static Stream<Setting> bounded() {
    return Arrays.stream(Setting.values()).filter(Setting::bounded);
  }

  @Test
  void aWholeThatIsLoweredCapsItsParts() {
    var limits =
        Environments.settings("REKEY_TRIES_IN_ALL", "3", "REKEY_SENDS_PER_DAY", "2").limits();
    assertThat(limits.triesPerSource()).isEqualTo(3);
    assertThat(limits.triesByStrangers()).isEqualTo(3);
    assertThat(limits.sendsPerSource()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void r11_aNumberBeyondItsBoundsStopsTheStart(Setting setting) {
    assertThat(with(setting, setting.highest())).isNotNull();
    assertThat(with(setting, setting.lowest())).isNotNull();
    for (String bad :
        List.of(
            "" + (setting.lowest() - 1),
            "" + (setting.highest() + 1),
            "99999999999",
            "1.5",
            "0x10",
            "many")) {
      assertNames(Environments.of(setting.variable(), bad), setting.variable());
    }
  }

  /** The least of one cost of Argon2id is enough only beside more of another. */
  private static Settings with(Setting setting, int value) {
    String passes = setting == Setting.ARGON2_MEMORY ? "3" : "2";
    String memory = setting == Setting.ARGON2_ITERATIONS ? "47104" : "19456";
    var environment =
        Environments.of("REKEY_ARGON2_ITERATIONS", passes, "REKEY_ARGON2_MEMORY", memory);
    environment.put(setting.variable(), "" + value);
    return Settings.read(environment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REKEY_APPS|app:abc",
        "REKEY_APPS|:abababababababababababababababababababababababababababababababab",
        "REKEY_APPS|app:ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB",
        "REKEY_APPS|,",
        "REKEY_APPS|an app",
        "REKEY_USER_POOL_ID|a pool",
        "REKEY_SUPPORT_CONTACT|<a@example.com>",
        "REKEY_SUPPORT_CONTACT|'call us\n999999'",
        "REKEY_MAIL_CONFIGURATION_SET|a set",
        "REKEY_EVENTS_TOPIC_ARN|topic",
        "REKEY_FEEDBACK_TOPIC|topic",
        "REKEY_SMS_PRICES|CN",
        "REKEY_SMS_PRICES|CN=0",
        "REKEY_SMS_PRICES|CN=25;GB=40",
        "REKEY_SMS_PRICES|XX=25",
        "REKEY_SMS_PRICES|CN=100000",
        "REKEY_EVENTS_TOPIC_ARN|arn:aws:sqs:eu-central-1:123456789012:queue",
        "REKEY_SMS_COUNTRIES|,",
        "REKEY_SMS_COUNTRIES|CN,AQ",
        "REKEY_SMS_COUNTRIES|CN,XX",
        "REKEY_SMS_COUNTRIES|China",
        "REKEY_DEFAULT_COUNTRY|ZZ",
        "REKEY_MAIL_FROM|nobody",
        "REKEY_MAIL_FROM|Shop <nobody>",
        "REKEY_MAIL_FROM|云云云云云云云云云云云云云云云云 <a@example.com>",
        "REKEY_SMS_SENDER_ID|12345",
        "REKEY_SMS_SENDER_ID|TWELVELETTER",
        "REKEY_PRODUCT_NAME|Shop 123456",
        "REKEY_DEFAULT_LANGUAGE|fr-FR",
        "REKEY_TRUSTED_SOURCES|10.0.0.0/33",
        "REKEY_TRUSTED_SOURCES|10.0.0.0/-1",
        "REKEY_TRUSTED_SOURCES|10.0.0.0/8/8",
        "REKEY_TRUSTED_SOURCES|example.com",
        "REKEY_TRUSTED_SOURCES|10.0.0.0/8,::/129",
        "REKEY_PASSWORD_LENGTH|7",
        "REKEY_PASSWORD_LENGTH|65",
        "REKEY_PASSWORD_LENGTH|nist",
        "REKEY_DELIVER|pigeon",
        "REKEY_ARGON2_MEMORY|12288"
      })
  void aBadValueStopsTheStart(String variable, String value) {
    assertNames(Environments.of(variable, value), variable);
  }

  @Test
  void aContactOfTwoHundredSignsIsTheLongest() {
    Settings.read(Environments.of("REKEY_SUPPORT_CONTACT", "a".repeat(200)));
    assertNames(Environments.of("REKEY_SUPPORT_CONTACT", "a".repeat(201)), "REKEY_SUPPORT_CONTACT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REKEY_TYPO", "REKEY_", "REKEY_rate_per_source", "REKEY_DATA"})
  void anUnknownSettingStopsTheStart(String variable) {
    assertNames(Environments.of(variable, "1"), variable);
    assertNames(Environments.of(variable, ""), variable);
  }

  @Test
  void otherVariablesAreNoneOfOurs() {
    assertThat(Environments.settings("PATH", "/bin", "rekey_typo", "1", "AWS_REGION", "x"))
        .isEqualTo(Environments.settings());
  }

  @ParameterizedTest
  @CsvSource({"nist-sfa,15", "nist-mfa,8", "8,8", "64,64"})
  void r24_theLeastLengthOfAPassword(String value, int length) {
    assertThat(Environments.settings("REKEY_PASSWORD_LENGTH", value).passwordLength())
        .isEqualTo(length);
  }

  @Test
  void r11_noLifeIsLongerThanTenMinutes() {
    assertThat(
            Stream.of(
                Setting.EMAIL_PASSCODE_LIFE, Setting.SMS_PASSCODE_LIFE, Setting.RESET_TOKEN_LIFE))
        .allMatch(setting -> setting.highest() == 600);
  }

  private static void assertNames(Map<String, String> environment, String variable) {
    assertThatThrownBy(() -> Settings.read(environment))
        .isInstanceOf(BadSetting.class)
        .message()
        .startsWith(variable + " ")
        .doesNotContain("\n");
  }
}
