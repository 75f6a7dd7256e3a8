package dev.rekey.password;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A word that somebody who knows the person or the product would try first (R28). It may be an
 * address, so it hides itself.
 *
 * @param kind whose word it is: the reason that the person reads
 * @param word as written; compared without regard to case and width
 */
public record ContextWord(Kind kind, String word) {
  private static final Pattern DECORATION = Pattern.compile("^\\P{L}++|(?<!\\P{L})\\P{L}++$");
  private static final int MIN_DECORATED = 3;
  private static final int MAX_COUNTRY_CODE = 3;

  /** Whose word it is. */
  public enum Kind {
    USER_NAME,
    ADDRESS,
    PRODUCT
  }

  /**
   * The words of an e-mail address (the whole of it, and what stands before the at sign) or of a
   * phone number in the form {@code +447912345678} (with and without its country code of one to
   * three digits, and with the 0 that many countries put before).
   */
  public static List<ContextWord> ofAddress(String address) {
    var at = address.lastIndexOf('@');
    var parts = at < 1 ? numbers(address) : Stream.of(address.substring(0, at));
    return Stream.concat(Stream.of(address), parts)
        .map(word -> new ContextWord(Kind.ADDRESS, word))
        .toList();
  }

  private static Stream<String> numbers(String phone) {
    return IntStream.rangeClosed(1, MAX_COUNTRY_CODE + 1)
        .filter(start -> start < phone.length())
        .mapToObj(phone::substring)
        .flatMap(number -> Stream.of(number, "0" + number));
  }

  /**
   * Whether the password is this word, or this word with digits and signs before or behind it
   * ("ada2026!"), as far as the word has at least three letters' length: a whole password is
   * compared, never a part.
   */
  boolean isWholeOf(PasswordText password) {
    var theirs = password.folded();
    var ours = PasswordText.fold(word);
    if (theirs.equals(ours)) {
      return !ours.isEmpty();
    }
    var bare = undecorated(ours);
    return bare.length() >= MIN_DECORATED && undecorated(theirs).equals(bare);
  }

  private static String undecorated(String folded) {
    return DECORATION.matcher(folded).replaceAll("");
  }

  @Override
  public String toString() {
    return "ContextWord[" + kind + ", hidden]";
  }
}
