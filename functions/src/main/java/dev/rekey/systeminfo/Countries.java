package dev.rekey.systeminfo;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.rekey.message.Language;
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

  /** Sorted by code. */
  static final List<Country> ALL =
      PhoneNumberUtil.getInstance().getSupportedRegions().stream()
          .filter(ISO::contains)
          .sorted(Comparator.naturalOrder())
          .map(Countries::country)
          .toList();

  private Countries() {}

  private static Country country(String alpha2) {
    var locale = Locale.of("", alpha2);
    return new Country(
        alpha2,
        locale.getISO3Country(),
        "+" + PhoneNumberUtil.getInstance().getCountryCodeForRegion(alpha2),
        flag(alpha2),
        names(locale));
  }

  private static String flag(String alpha2) {
    return alpha2
        .chars()
        .map(letter -> letter + FLAG_OFFSET)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Map<String, Country.Name> names(Locale country) {
    var names = new LinkedHashMap<String, Country.Name>();
    for (var language : Language.values()) {
      String name = country.getDisplayCountry(Locale.forLanguageTag(language.tag()));
      names.put(language.tag(), new Country.Name(true, name));
    }
    return names;
  }
}
