package dev.rekey.systeminfo;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.rekey.message.Language;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The countries that have telephone numbers, in the form of {@code get-country-list} (contract
 * section 1.1).
 */
final class Countries {
  private static final int FLAG_OFFSET = 0x1F1E6 - 'A'; // regional indicator symbols spell a flag
  private static final Set<String> ISO = Set.of(Locale.getISOCountries());

  /** Sorted by code; of maps and lists, as an answer wants them. */
  static final List<Map<String, Object>> ALL =
      PhoneNumberUtil.getInstance().getSupportedRegions().stream()
          .filter(ISO::contains)
          .sorted(Comparator.naturalOrder())
          .map(Countries::country)
          .toList();

  private Countries() {}

  private static Map<String, Object> country(String alpha2) {
    var locale = Locale.of("", alpha2);
    var country = new LinkedHashMap<String, Object>();
    country.put("alpha2", alpha2);
    country.put("alpha3", locale.getISO3Country());
    country.put(
        "phoneCountryCode", "+" + PhoneNumberUtil.getInstance().getCountryCodeForRegion(alpha2));
    country.put("flag", flag(alpha2));
    country.put("name", names(locale));
    return country;
  }

  private static String flag(String alpha2) {
    return alpha2
        .chars()
        .map(letter -> letter + FLAG_OFFSET)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Map<String, Object> names(Locale country) {
    var names = new LinkedHashMap<String, Object>();
    Arrays.stream(Language.values())
        .forEach(language ->
            names.put(
                language.tag(),
                Map.of(
                    "enabled",
                    true,
                    "value",
                    country.getDisplayCountry(Locale.forLanguageTag(language.tag())))));
    return names;
  }
}
