package dev.rekey.operate;

/** What an operator may ask for. Nobody can choose, set or see a password or a passcode (R38). */
enum Operation {
  /** What is known of an address: times and counts. */
  SHOW,
  /** Opens the recovery of an address that was shut (R15). */
  OPEN,
  /** Erases what is kept of an address, but for counts that still protect it (R48). */
  ERASE,
  /** Takes a password that others know from the account of an address (R30). */
  COMPROMISED,
  /** Lets an address get mail again that bounced, or whose owner complained. */
  UNSUPPRESS
}
