package dev.rekey.local.account;

import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.local.wire.Json;
import dev.rekey.message.Language;
import dev.rekey.password.PasswordText;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What {@code PUT /_local/accounts/{id}} takes; what is left out is absent, false or ACTIVE.
 *
 * @param status ACTIVE or DISABLED
 * @param locale one of the languages of the service
 */
public record AccountInput(
    Optional<EmailAddress> email,
    boolean emailVerified,
    Optional<PhoneNumber> phone,
    boolean phoneVerified,
    Optional<String> username,
    String status,
    Optional<PasswordText> password,
    boolean mfa,
    Optional<Language> locale) {
  /** The members that the body may have. */
  public static final Set<String> MEMBERS =
      Set.of(
          "email",
          "emailVerified",
          "phone",
          "phoneVerified",
          "username",
          "status",
          "password",
          "mfa",
          "locale");

  private static final int LONGEST_TEXT = 256;
  private static final String NO_COUNTRY = "ZZ"; // so that a number must come with its plus

  /**
   * Reads the body.
   *
   * @throws IllegalArgumentException with a line that says what is wrong
   */
  public static AccountInput read(JsonNode json) {
    return new AccountInput(
        parsed(json, "email", EmailAddress::parse),
        flag(json, "emailVerified"),
        parsed(json, "phone", AccountInput::phone),
        flag(json, "phoneVerified"),
        parsed(json, "username", AccountInput::shortText),
        parsed(json, "status", AccountInput::status).orElse("ACTIVE"),
        parsed(json, "password", PasswordText::parse),
        flag(json, "mfa"),
        parsed(json, "locale", Language::of));
  }

  private static Optional<PhoneNumber> phone(String text) {
    return text.startsWith("+")
        ? PhoneNumber.parse(text, Optional.empty(), NO_COUNTRY)
        : Optional.empty();
  }

  private static Optional<String> status(String text) {
    return Set.of("ACTIVE", "DISABLED").contains(text) ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> shortText(String text) {
    return text.isBlank() || text.length() > LONGEST_TEXT ? Optional.empty() : Optional.of(text);
  }

  private static <T> Optional<T> parsed(
      JsonNode json, String name, Function<String, Optional<T>> parse) {
    var value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    var text = Json.text(json, name);
    var parsed = text == null ? Optional.<T>empty() : parse.apply(text);
    if (parsed.isEmpty()) {
      throw new IllegalArgumentException(name + " is not of a form that can be kept");
    }
    return parsed;
  }

  private static boolean flag(JsonNode json, String name) {
    var value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw new IllegalArgumentException(name + " must be true or false");
    }
    return value.booleanValue();
  }
}
