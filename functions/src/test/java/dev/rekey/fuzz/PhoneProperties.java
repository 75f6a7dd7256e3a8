package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody typed as a number, and the calling code beside it (R6, contract section 5). */
final class PhoneProperties {
  private static final List<String> COUNTRIES = List.of("CN", "US", "GB", "DE", "JP", "IT", "ZZ");
  private static final Pattern PLAIN_CODE = Pattern.compile("(?:\\+|00)?([1-9][0-9]{0,2})");

  private PhoneProperties() {}

  static void check(Input input) {
    String country = input.one(COUNTRIES);
    String typed = input.anyText();
    String code = input.anyText();
    PhoneNumber.parse(typed, Optional.empty(), country).ifPresent(PhoneProperties::check);
    PhoneNumber.parse(typed, Optional.of(code), country)
        .ifPresent(number -> {
          check(number);
          var plain = PLAIN_CODE.matcher(code);
          if (plain.matches()) {
            assertThat(number.normal()).as("no contradiction").startsWith("+" + plain.group(1));
          }
          if (!code.isBlank()) {
            assertThat(PhoneNumber.parse(typed, Optional.of(code), "ZZ"))
                .as("the country of numbers without a code does not matter")
                .contains(number);
          }
        });
  }

  private static void check(PhoneNumber number) {
    assertThat(number.normal()).as("E.164").matches("\\+[1-9][0-9]{5,14}");
    assertThat(PhoneNumber.parse(number.normal(), Optional.empty(), "ZZ"))
        .as("a fixed point")
        .contains(number);
    assertThat(PhoneNumber.isCountry(number.country())).isTrue();
    assertThat(number.toString()).as("masked (R46)").doesNotContain(number.normal().substring(4));
    assertThat(number.takesTexts()).as("known, whatever it is").isIn(true, false);
  }
}
