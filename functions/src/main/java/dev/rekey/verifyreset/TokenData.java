package dev.rekey.verifyreset;

/**
 * The data of a proven passcode (contract section 1.1, PasswordResetVerifyResp).
 *
 * @param tokenExpiresIn seconds; a whole number, since the Go SDK reads an int
 */
record TokenData(String passwordResetToken, long tokenExpiresIn) {
  @Override
  public String toString() {
    return "TokenData[hidden]";
  }
}
