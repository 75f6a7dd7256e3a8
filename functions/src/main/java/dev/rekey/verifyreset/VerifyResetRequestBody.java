package dev.rekey.verifyreset;

import dev.rekey.http.AddressFields;
import dev.rekey.http.Fields;
import dev.rekey.passcode.Passcode;
import java.util.Optional;

/**
 * The body of {@code verify-reset-password-request} (contract section 1.1,
 * VerifyResetPasswordRequestDto). Only the payload of the chosen method is looked at: some SDKs
 * send the other one, blank (contract section 2.4).
 */
record VerifyResetRequestBody(
    VerifyMethod verifyMethod,
    Optional<EmailPassCodePayload> emailPassCodePayload,
    Optional<PhonePassCodePayload> phonePassCodePayload) {

  /** Names of the wire. */
  enum VerifyMethod {
    EMAIL_PASSCODE,
    PHONE_PASSCODE
  }

  static VerifyResetRequestBody read(Fields body) {
    var method = body.choice("verifyMethod", VerifyMethod.class);
    return switch (method) {
      case EMAIL_PASSCODE -> {
        var payload = EmailPassCodePayload.read(body.object("emailPassCodePayload"));
        yield new VerifyResetRequestBody(method, Optional.of(payload), Optional.empty());
      }
      case PHONE_PASSCODE -> {
        var payload = PhonePassCodePayload.read(body.object("phonePassCodePayload"));
        yield new VerifyResetRequestBody(method, Optional.empty(), Optional.of(payload));
      }
    };
  }

  /** What is offered; refuses what is no address. */
  Proof proof(String defaultCountry) {
    return switch (verifyMethod) {
      case EMAIL_PASSCODE -> emailPassCodePayload.orElseThrow().proof();
      case PHONE_PASSCODE -> phonePassCodePayload.orElseThrow().proof(defaultCountry);
    };
  }

  record EmailPassCodePayload(String email, String passCode) {

    static EmailPassCodePayload read(Fields payload) {
      return new EmailPassCodePayload(payload.required("email"), payload.required("passCode"));
    }

    Proof proof() {
      return new Proof(AddressFields.email(email), Passcode.parse(passCode));
    }

    @Override
    public String toString() {
      return "EmailPassCodePayload[hidden]";
    }
  }

  record PhonePassCodePayload(
      String phoneNumber, Optional<String> phoneCountryCode, String passCode) {

    static PhonePassCodePayload read(Fields payload) {
      return new PhonePassCodePayload(
          payload.required("phoneNumber"),
          payload.optional("phoneCountryCode"),
          payload.required("passCode"));
    }

    Proof proof(String defaultCountry) {
      var number = AddressFields.phone(phoneNumber, phoneCountryCode, defaultCountry);
      return new Proof(number, Passcode.parse(passCode));
    }

    @Override
    public String toString() {
      return "PhonePassCodePayload[hidden]";
    }
  }
}
