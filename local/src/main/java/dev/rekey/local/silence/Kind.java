package dev.rekey.local.silence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What somebody is to the service, of whom a stranger must learn nothing. */
public enum Kind {
  KNOWN("#0b6e4f"),
  UNKNOWN("#c1292e"),
  DISABLED("#235789"),
  UNVERIFIED("#b8860b"),
  /** Asked for by e-mail, but has a number alone. */
  WITHOUT_EMAIL("#6a3d9a"),
  /** Asked for by number, but has an e-mail address alone. */
  WITHOUT_PHONE("#6a3d9a");

  /** In which it is drawn. */
  final String colour;

  Kind(String colour) {
    this.colour = colour;
  }

  /** Those whom a question is about. */
  static List<Kind> askedBy(Question question) {
    var having = question.route.isByPhone() ? WITHOUT_EMAIL : WITHOUT_PHONE;
    return Stream.of(values()).filter(kind -> kind != having).toList();
  }

  /** Whether an account has to be made. */
  boolean hasAccount() {
    return this != UNKNOWN;
  }

  /** The account of such a person. It has no password, since nobody here resets one. */
  Map<String, Object> account(Asked asked) {
    var account = new HashMap<String, Object>();
    account.put("status", this == DISABLED ? "DISABLED" : "ACTIVE");
    if (this != WITHOUT_EMAIL) {
      account.put("email", asked.email());
      account.put("emailVerified", this != UNVERIFIED);
    }
    if (this != WITHOUT_PHONE) {
      account.put("phone", "+86" + asked.number());
      account.put("phoneVerified", this != UNVERIFIED);
    }
    return account;
  }
}
