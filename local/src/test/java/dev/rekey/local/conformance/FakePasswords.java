package dev.rekey.local.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Which passwords the fake takes, and in which form it keeps them. */
final class FakePasswords {
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "12345678",
          "123456789",
          "1234567890",
          "qwertyuiop",
          "iloveyou",
          "password123",
          "passwordpassword");

  private final Predicate<Flaw> flaws;

  FakePasswords(Predicate<Flaw> flaws) {
    this.flaws = flaws;
  }

  private boolean has(Flaw flaw) {
    return flaws.test(flaw);
  }

  boolean isFit(FakeAccount account, String password) {
    int length =
        has(Flaw.COUNTS_CHARS) ? password.length() : password.codePointCount(0, password.length());
    int least = has(Flaw.NO_LEAST_LENGTH) ? 5 : FakeLimits.LIMITS.shortestPassword();
    int most =
        has(Flaw.SHORT_PASSWORDS_ONLY)
            ? 60
            : FakeLimits.LIMITS.longestPassword() * (length > 128 ? 2 : 1);
    var lower = password.toLowerCase(Locale.ROOT);
    return length >= least
        && length <= most
        && (!COMMON.contains(lower) || has(Flaw.NO_BLOCK_LIST))
        && (has(Flaw.NO_CONTEXT_WORDS)
            || !Set.of(account.person.email(), account.person.username()).contains(lower))
        && !(has(Flaw.COMPARES_PARTS) && lower.contains("password"))
        && !(has(Flaw.WANTS_A_DIGIT) && password.chars().noneMatch(Character::isDigit));
  }

  String kept(String password) {
    return has(Flaw.NOT_NORMALISED) ? cut(password) : normal(password);
  }

  String normal(String password) {
    return cut(Normalizer.normalize(password, Normalizer.Form.NFC));
  }

  private String cut(String password) {
    byte[] bytes = password.getBytes(UTF_8);
    return has(Flaw.CUTS_PASSWORDS)
        ? new String(Arrays.copyOf(bytes, Math.min(72, bytes.length)), ISO_8859_1)
        : password;
  }
}
