package dev.rekey.resetpassword;

/** The data of a password that was set (contract section 1.1, IsSuccessRespDto). */
record DoneData(boolean success) {

  /**
   * The same, and one member more than the contract has: clients that do not know it go on (R37).
   */
  record SecondFactorDue(boolean success, boolean secondFactorDue) {}

  /** What to answer; {@code secondFactorDue}: sign-in will ask for the second factor as ever. */
  static Object of(boolean secondFactorDue) {
    return secondFactorDue ? new SecondFactorDue(true, true) : new DoneData(true);
  }
}
