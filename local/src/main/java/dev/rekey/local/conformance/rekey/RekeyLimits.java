package dev.rekey.local.conformance.rekey;

import dev.rekey.local.conformance.Limits;
import java.time.Duration;
import java.util.Map;

/** The limits of Rekey: docs/abuse.md and docs/settings.md. */
final class RekeyLimits {
  private static final int MISSES_PER_SOURCE = 10;
  private static final int MISSES_IN_ALL = 50;
  private static final int LONGEST_PASSWORD = 1024;

  private RekeyLimits() {}

  /**
   * As a runner has them that was started in this environment.
   *
   * @throws IllegalArgumentException where a setting is no number
   */
  static Limits of(Map<String, String> environment) {
    return new Limits(
        number(environment, "REKEY_RATE_PER_SOURCE", 60),
        seconds(environment, "REKEY_RESEND_AFTER", 60),
        number(environment, "REKEY_SENDS_PER_DAY", 12),
        number(environment, "REKEY_SENDS_PER_SOURCE", 4),
        number(environment, "REKEY_TRIES_PER_SOURCE", 5),
        number(environment, "REKEY_TRIES_BY_STRANGERS", 10),
        MISSES_PER_SOURCE,
        MISSES_IN_ALL,
        seconds(environment, "REKEY_EMAIL_PASSCODE_LIFE", 300),
        seconds(environment, "REKEY_SMS_PASSCODE_LIFE", 60),
        seconds(environment, "REKEY_RESET_TOKEN_LIFE", 300),
        shortestPassword(environment),
        LONGEST_PASSWORD);
  }

  private static int shortestPassword(Map<String, String> environment) {
    return switch (environment.getOrDefault("REKEY_PASSWORD_LENGTH", "")) {
      case "nist-sfa" -> 15;
      case "nist-mfa" -> 8;
      default -> number(environment, "REKEY_PASSWORD_LENGTH", 8);
    };
  }

  private static Duration seconds(Map<String, String> environment, String name, int otherwise) {
    return Duration.ofSeconds(number(environment, name, otherwise));
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    var text = environment.getOrDefault(name, "");
    try {
      return text.isEmpty() ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is no number: " + text, e);
    }
  }
}
