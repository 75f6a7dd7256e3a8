package dev.rekey.http;

import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;

/**
 * Addresses in requests, parsed into their normal form or refused for their form (contract section
 * 9).
 */
public final class AddressFields {
  private AddressFields() {}

  /** The e-mail address in a field. */
  public static EmailAddress email(Fields fields, String name) {
    return EmailAddress.parse(fields.required(name))
        .orElseThrow(() -> new MalformedRequest(Refusal.EMAIL_FORM));
  }

  /**
   * The number in a field, with the country code in {@code phoneCountryCode}.
   *
   * @param defaultCountry ISO 3166 code of the country of numbers without one
   */
  public static PhoneNumber phone(Fields fields, String name, String defaultCountry) {
    String typed = fields.required(name);
    return PhoneNumber.parse(typed, fields.optional("phoneCountryCode"), defaultCountry)
        .orElseThrow(() -> new MalformedRequest(Refusal.PHONE_FORM));
  }
}
