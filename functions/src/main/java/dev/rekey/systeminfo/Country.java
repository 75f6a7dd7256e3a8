package dev.rekey.systeminfo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One entry of {@code get-country-list} (contract section 1.1, GetCountryListRespDto). Immutable.
 *
 * @param alpha2 ISO 3166-1
 * @param alpha3 ISO 3166-1
 * @param phoneCountryCode with its plus
 * @param flag as an emoji
 * @param name by the tag of its language
 */
record Country(
    String alpha2, String alpha3, String phoneCountryCode, String flag, Map<String, Name> name) {

  Country {
    name = Collections.unmodifiableMap(new LinkedHashMap<>(name)); // in its order
  }

  /** The contract lets a language be switched off; here none is. */
  record Name(boolean enabled, String value) {}
}
