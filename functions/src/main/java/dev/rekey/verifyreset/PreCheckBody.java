package dev.rekey.verifyreset;

import dev.rekey.http.AddressFields;
import dev.rekey.http.Fields;
import dev.rekey.http.Purpose;
import dev.rekey.passcode.Passcode;
import java.util.Optional;

/**
 * The body of {@code pre-check-code} (contract section 1.1, PreCheckCodeDto). Only the payload of
 * the chosen type is looked at: one SDK always sends the other one, blank (contract section 2.4).
 */
record PreCheckBody(
    CodeType codeType,
    Optional<EmailCodePayload> emailCodePayload,
    Optional<SmsCodePayload> smsCodePayload) {

  /** Names of the wire. */
  enum CodeType {
    EMAIL,
    SMS
  }

  static PreCheckBody read(Fields body) {
    var type = body.choice("codeType", CodeType.class);
    return switch (type) {
      case EMAIL -> {
        var payload = EmailCodePayload.read(body.object("emailCodePayload"));
        yield new PreCheckBody(type, Optional.of(payload), Optional.empty());
      }
      case SMS -> {
        var payload = SmsCodePayload.read(body.object("smsCodePayload"));
        yield new PreCheckBody(type, Optional.empty(), Optional.of(payload));
      }
    };
  }

  /** What is offered; refuses another purpose than a reset, and what is no address. */
  Proof proof(String defaultCountry) {
    return switch (codeType) {
      case EMAIL -> emailCodePayload.orElseThrow().proof();
      case SMS -> smsCodePayload.orElseThrow().proof(defaultCountry);
    };
  }

  record EmailCodePayload(String email, String passCode, String channel) {

    static EmailCodePayload read(Fields payload) {
      return new EmailCodePayload(
          payload.required("email"), payload.required("passCode"), payload.required("channel"));
    }

    Proof proof() {
      Purpose.checkMail(channel);
      return new Proof(AddressFields.email(email), Passcode.parse(passCode));
    }

    @Override
    public String toString() {
      return "EmailCodePayload[hidden]";
    }
  }

  /** Here alone the number is called {@code phone} (contract section 1.1). */
  record SmsCodePayload(
      String phone, Optional<String> phoneCountryCode, String passCode, String channel) {

    static SmsCodePayload read(Fields payload) {
      return new SmsCodePayload(
          payload.required("phone"),
          payload.optional("phoneCountryCode"),
          payload.required("passCode"),
          payload.required("channel"));
    }

    Proof proof(String defaultCountry) {
      Purpose.checkSms(channel);
      var number = AddressFields.phone(phone, phoneCountryCode, defaultCountry);
      return new Proof(number, Passcode.parse(passCode));
    }

    @Override
    public String toString() {
      return "SmsCodePayload[hidden]";
    }
  }
}
