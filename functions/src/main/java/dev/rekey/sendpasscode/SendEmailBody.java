package dev.rekey.sendpasscode;

import dev.rekey.address.EmailAddress;
import dev.rekey.http.AddressFields;
import dev.rekey.http.Fields;
import dev.rekey.http.Purpose;

/** The body of {@code send-email} (contract section 1.1, SendEmailDto). */
record SendEmailBody(String email, String channel) {

  static SendEmailBody read(Fields body) {
    return new SendEmailBody(body.required("email"), body.required("channel"));
  }

  /** Where the passcode shall go; refuses another purpose than a reset, and what is no address. */
  EmailAddress address() {
    Purpose.checkMail(channel);
    return AddressFields.email(email);
  }

  @Override
  public String toString() {
    return "SendEmailBody[hidden]";
  }
}
