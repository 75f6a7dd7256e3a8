package dev.rekey.verifyreset;

/** The data of a pre-check: a wrong passcode is a successful call (contract section 1.1). */
record CheckData(boolean isValid, String message) {}
