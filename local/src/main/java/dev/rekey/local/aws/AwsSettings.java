package dev.rekey.local.aws;

import dev.rekey.local.RunnerException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings of {@code STACK=aws} that are not those of the AWS SDK.
 *
 * @param create whether to make what is missing
 * @param account the id of the account that may be called; absent: emulators alone
 */
public record AwsSettings(boolean create, Optional<String> account) {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  /**
   * Reads the environment.
   *
   * @throws RunnerException with the line for the user
   */
  public static AwsSettings of(Map<String, String> environment) {
    return new AwsSettings(
        create(environment.getOrDefault("REKEY_CREATE", "")),
        account(environment.getOrDefault("REKEY_ACCOUNT", "")));
  }

  private static boolean create(String text) {
    return switch (text) {
      case "true" -> true;
      case "", "false" -> false;
      default ->
          throw new RunnerException("REKEY_CREATE must be true or false, not '" + text + "'");
    };
  }

  private static Optional<String> account(String text) {
    if (!text.isEmpty() && !ACCOUNT.matcher(text).matches()) {
      throw new RunnerException(
          "REKEY_ACCOUNT must be the twelve digits of an account's id, not '" + text + "'");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
