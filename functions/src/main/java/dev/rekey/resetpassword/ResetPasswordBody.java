package dev.rekey.resetpassword;

import dev.rekey.account.ResetToken;
import dev.rekey.http.Fields;
import dev.rekey.password.PasswordEncryption;
import java.util.Optional;

/** The body of {@code reset-password} (contract section 1.1, ResetPasswordDto). */
record ResetPasswordBody(
    String password, String passwordResetToken, Optional<PasswordEncryption> passwordEncryptType) {

  static ResetPasswordBody read(Fields body) {
    return new ResetPasswordBody(
        body.required("password"),
        body.required("passwordResetToken"),
        body.optionalChoice("passwordEncryptType", PasswordEncryption.class));
  }

  /** Without a type the password is clear text (contract section 2.4). */
  NewPassword wanted() {
    return new NewPassword(
        ResetToken.parse(passwordResetToken),
        password,
        passwordEncryptType.orElse(PasswordEncryption.NONE));
  }

  @Override
  public String toString() {
    return "ResetPasswordBody[hidden]";
  }
}
