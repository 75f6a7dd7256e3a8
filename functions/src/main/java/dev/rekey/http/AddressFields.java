package dev.rekey.http;

import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import java.util.Optional;

/**
 * Addresses in requests, parsed into their normal form or refused for their form (contract section
 * 9).
 */
public final class AddressFields {
  private AddressFields() {}

  /** The e-mail address that somebody typed. */
  public static EmailAddress email(String typed) {
    return EmailAddress.parse(typed).orElseThrow(() -> new MalformedRequest(AnswerCode.EMAIL_FORM));
  }

  /**
   * The number that somebody typed.
   *
   * @param countryCode what stood beside it in {@code phoneCountryCode}
   * @param defaultCountry ISO 3166 code of the country of numbers without one
   */
  public static PhoneNumber phone(
      String typed, Optional<String> countryCode, String defaultCountry) {
    return PhoneNumber.parse(typed, countryCode, defaultCountry)
        .orElseThrow(() -> new MalformedRequest(AnswerCode.PHONE_FORM));
  }
}
