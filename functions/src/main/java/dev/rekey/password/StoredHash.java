package dev.rekey.password;

/**
 * A password as it is kept.
 *
 * @param phc algorithm, parameters, salt and tag as a PHC string (R31); secret, so hidden from
 *     {@code toString}
 * @param pepperId which pepper went into it (R32)
 */
public record StoredHash(String phc, String pepperId) {
  @Override
  public String toString() {
    return "StoredHash[hidden, pepperId=" + pepperId + "]";
  }
}
