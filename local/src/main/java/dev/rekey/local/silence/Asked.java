package dev.rekey.local.silence;

import java.util.Locale;

/**
 * Somebody who is asked for. The addresses of all kinds are of the same form and length, so that
 * what a call carries tells nothing.
 *
 * @param number of the default country, without its code
 */
record Asked(Kind kind, String email, String number) {
  static Asked of(Kind kind, int ordinal) {
    return new Asked(
        kind,
        String.format(Locale.ROOT, "p%07d@example.com", ordinal),
        String.format(Locale.ROOT, "138%08d", ordinal));
  }
}
