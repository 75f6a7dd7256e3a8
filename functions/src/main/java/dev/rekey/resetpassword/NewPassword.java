package dev.rekey.resetpassword;

import dev.rekey.account.ResetToken;
import dev.rekey.password.PasswordEncryption;
import java.util.Optional;

/**
 * What somebody wants to set.
 *
 * @param token empty where what was sent cannot be one
 * @param password clear text or ciphertext
 */
record NewPassword(Optional<ResetToken> token, String password, PasswordEncryption encryption) {

  @Override
  public String toString() {
    return "NewPassword[hidden]";
  }
}
