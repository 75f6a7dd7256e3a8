package dev.rekey.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A phone number in E.164. R6, contract sections 2.4 and 5.
 *
 * @param normal the number in E.164, with its plus
 * @param country the country that the number belongs to, ISO 3166-1 alpha-2
 */
public record PhoneNumber(String normal, String country) implements Address {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{5,14}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern CALLING_CODE = Pattern.compile("(?:\\+|00)?([1-9][0-9]{0,2})");
  private static final Pattern DIALLED = Pattern.compile("\\+?[0-9]{3,20}");

  /** What people put between digits: spaces, points, brackets, and the dashes of many keyboards. */
  private static final Pattern SEPARATORS = Pattern.compile("[ ().\\-\u2010-\u2015\u2212\u30fc]");

  /** Before the first digit a dash is a sign of minus, and no number is negative. */
  private static final Pattern START = Pattern.compile("[ (]*\\+?[ (]*[0-9]");

  private static final int LONGEST_TYPED = 64;

  private static final Set<PhoneNumberType> COSTLY =
      Set.of(
          PhoneNumberType.PREMIUM_RATE,
          PhoneNumberType.SHARED_COST,
          PhoneNumberType.PERSONAL_NUMBER,
          PhoneNumberType.PAGER,
          PhoneNumberType.VOICEMAIL,
          PhoneNumberType.UAN);

  /** Checks the forms; anything else is an IllegalArgumentException without the number in it. */
  public PhoneNumber {
    if (!E164.matcher(normal).matches()) {
      throw new IllegalArgumentException("normal is not a number in E.164");
    }
    if (!COUNTRY.matcher(country).matches()) {
      throw new IllegalArgumentException("country is not an ISO 3166 alpha-2 code");
    }
  }

  /**
   * Reads a number as a person typed it: national, or international with {@code +} or {@code 00};
   * full-width digits are digits (NFKC). Letters, extensions and invisible signs are refused.
   *
   * @param countryCode the calling code beside it, as {@code +86}, {@code 86} or {@code 0086};
   *     blank counts as absent
   * @param defaultCountry ISO 3166 alpha-2; where a national number without a calling code belongs
   * @return the number, or empty when it is not one that can exist, or when it contradicts {@code
   *     countryCode}
   */
  public static Optional<PhoneNumber> parse(
      String typed, Optional<String> countryCode, String defaultCountry) {
    Optional<String> dialled = dialled(typed);
    Optional<String> beside = countryCode.filter(code -> !code.isBlank());
    if (dialled.isEmpty()) {
      return Optional.empty();
    }
    if (beside.isEmpty()) {
      return parsed(dialled.get(), defaultCountry.toUpperCase(Locale.ROOT))
          .flatMap(PhoneNumber::of);
    }
    return beside
        .flatMap(PhoneNumber::callingCode)
        .flatMap(code ->
            parsed(dialled.get(), NUMBERS.getRegionCodeForCountryCode(code))
                .filter(number -> number.getCountryCode() == code))
        .flatMap(PhoneNumber::of);
  }

  /**
   * Whether a text may be paid for: not to numbers that earn money with each call, nor to those
   * that are no phone of a person. Where a country does not tell its kinds apart, it may.
   */
  public boolean takesTexts() {
    return parsed(normal, country)
        .filter(it -> COSTLY.contains(NUMBERS.getNumberType(it)))
        .isEmpty();
  }

  /** Whether this ISO 3166 alpha-2 code names a country that numbers can belong to. */
  public static boolean isCountry(String code) {
    return NUMBERS.getSupportedRegions().contains(code);
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  /** Masked, so that no log, trace or exception ever holds a whole number (R46). */
  @Override
  public String toString() {
    int code = NUMBERS.getCountryCodeForRegion(country);
    return "+" + code + "***" + normal.substring(normal.length() - 3);
  }

  private static Optional<String> dialled(String typed) {
    if (typed.length() > LONGEST_TYPED || !TypedText.isPrintable(typed)) {
      return Optional.empty();
    }
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    if (!START.matcher(text).lookingAt()) {
      return Optional.empty();
    }
    String compact = SEPARATORS.matcher(text).replaceAll("");
    return Optional.of(compact.startsWith("00") ? "+" + compact.substring(2) : compact)
        .filter(digits -> DIALLED.matcher(digits).matches());
  }

  private static Optional<Integer> callingCode(String typed) {
    if (typed.length() > LONGEST_TYPED || !TypedText.isPrintable(typed)) {
      return Optional.empty();
    }
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    return Optional.of(CALLING_CODE.matcher(text))
        .filter(code -> code.matches())
        .map(code -> Integer.valueOf(code.group(1)));
  }

  private static Optional<Phonenumber.PhoneNumber> parsed(String dialled, String region) {
    try {
      return Optional.of(NUMBERS.parse(dialled, region)).filter(NUMBERS::isValidNumber);
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  /**
   * Numbers of no country (satellite, shared services) are left out: no SMS of ours goes there. So
   * are those that are longer than E.164 allows: the library takes 15 digits behind +49.
   */
  private static Optional<PhoneNumber> of(Phonenumber.PhoneNumber number) {
    String normal = NUMBERS.format(number, PhoneNumberFormat.E164);
    return Optional.ofNullable(NUMBERS.getRegionCodeForNumber(number))
        .filter(region -> COUNTRY.matcher(region).matches() && E164.matcher(normal).matches())
        .map(region -> new PhoneNumber(normal, region));
  }
}
