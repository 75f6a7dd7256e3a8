package dev.rekey.local.silence;

import java.util.Map;

/** What somebody is to the service, of whom a stranger must learn nothing. */
public enum Kind {
  KNOWN("#0b6e4f"),
  UNKNOWN("#c1292e"),
  DISABLED("#235789"),
  UNVERIFIED("#b8860b");

  /** In which it is drawn. */
  final String colour;

  Kind(String colour) {
    this.colour = colour;
  }

  /** Whether an account has to be made. */
  boolean hasAccount() {
    return this != UNKNOWN;
  }

  /** The account of such a person. It has no password, since nobody here resets one. */
  Map<String, Object> account(Asked asked) {
    return Map.of(
        "email",
        asked.email(),
        "emailVerified",
        this != UNVERIFIED,
        "phone",
        "+86" + asked.number(),
        "phoneVerified",
        this != UNVERIFIED,
        "status",
        this == DISABLED ? "DISABLED" : "ACTIVE");
  }
}
