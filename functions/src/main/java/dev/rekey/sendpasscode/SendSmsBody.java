package dev.rekey.sendpasscode;

import dev.rekey.address.PhoneNumber;
import dev.rekey.http.AddressFields;
import dev.rekey.http.Fields;
import dev.rekey.http.Purpose;
import java.util.Optional;

/** The body of {@code send-sms} (contract section 1.1, SendSMSDto). */
record SendSmsBody(String phoneNumber, Optional<String> phoneCountryCode, String channel) {

  static SendSmsBody read(Fields body) {
    return new SendSmsBody(
        body.required("phoneNumber"), body.optional("phoneCountryCode"), body.required("channel"));
  }

  /** Where the passcode shall go; refuses another purpose than a reset, and what is no number. */
  PhoneNumber address(String defaultCountry) {
    Purpose.checkSms(channel);
    return AddressFields.phone(phoneNumber, phoneCountryCode, defaultCountry);
  }

  @Override
  public String toString() {
    return "SendSmsBody[hidden]";
  }
}
