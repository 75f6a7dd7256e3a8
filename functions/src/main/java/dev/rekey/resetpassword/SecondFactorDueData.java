package dev.rekey.resetpassword;

/**
 * The same where sign-in asks for a second factor, as ever (R37): one member more than the contract
 * has, which its clients pass over.
 */
record SecondFactorDueData(boolean success, boolean secondFactorDue) {}
