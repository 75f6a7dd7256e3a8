package dev.rekey.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13800138000 |",
        "13800138000 | ''",
        "13800138000 | '  '",
        "13800138000 | +86",
        "13800138000 | 86",
        "13800138000 | 0086",
        "13800138000 | ' +86 '",
        "13800138000 | ＋８６",
        "+8613800138000 |",
        "+8613800138000 | +86",
        "008613800138000 |",
        "008613800138000 | 86",
        "8613800138000 | +86",
        "'138 0013 8000' |",
        "' 138-0013-8000 ' |",
        "(138)0013.8000 |",
        "'+86 138 0013 8000' |",
        "'(+86) 138-0013-8000' |",
        "'+ (86) 138 - 0013 - 8000' |",
        "１３８００１３８０００ |",
      })
  void r6_oneNumberHasOneNormalForm(String typed, String code) {
    assertThat(PhoneNumber.parse(typed, Optional.ofNullable(code), "CN"))
        .hasValue(new PhoneNumber("+8613800138000", "CN"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+447912345678 | | CN | +447912345678 | GB",
        "07912345678 | +44 | CN | +447912345678 | GB",
        "7912345678 | 44 | CN | +447912345678 | GB",
        "+44 (0)7912 345678 | | CN | +447912345678 | GB",
        "00447912345678 | | US | +447912345678 | GB",
        "07912345678 | | GB | +447912345678 | GB",
        "07912345678 | | gb | +447912345678 | GB",
        "(650) 253-0000 | 1 | CN | +16502530000 | US",
        "6046161234 | 1 | CN | +16046161234 | CA",
        "090-1234-5678 | +81 | CN | +819012345678 | JP",
        "0912 345 678 | +886 | CN | +886912345678 | TW",
      })
  void readsNumbersOfOtherCountries(
      String typed, String code, String home, String normal, String country) {
    assertThat(PhoneNumber.parse(typed, Optional.ofNullable(code), home))
        .hasValue(new PhoneNumber(normal, country));
  }

  @ParameterizedTest
  @CsvSource({
    "+447912345678, +86",
    "00447912345678, 86",
    "+8613800138000, +1",
    "13800138000, +1",
    "13800138000, +999",
    "13800138000, CN",
    "13800138000, +8613",
    "13800138000, 0",
    "13800138000, '+86\n'",
    "13800138000, '++86'",
  })
  void refusesACallingCodeThatContradictsOrIsNone(String typed, String code) {
    assertThat(PhoneNumber.parse(typed, Optional.of(code), "CN")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "00",
        "110",
        "1380013800",
        "138001380000",
        "12345678901",
        "1380013800a",
        "1-800-FLOWERS",
        "13800138000x12",
        "13800138000;ext=12",
        "13800138000#12",
        "tel:13800138000",
        "138+00138000",
        "++8613800138000",
        "-13800138000",
        " -13800138000",
        "\u221213800138000",
        "(-13800138000)",
        "+-8613800138000",
        ".13800138000",
        "13800138000,13900139000",
        "13800138000/13900139000",
        "138001380\n00",
        "13800138000\r",
        "\u202d13800138000",
        "١٣٨٠٠١٣٨٠٠٠",
        "+99913800138000",
        "+80012345678",
        "+870773111632",
      })
  void r6_refusesWhatIsNoNumber(String typed) {
    assertThat(PhoneNumber.parse(typed, Optional.empty(), "CN")).isEmpty();
  }

  /** libphonenumber takes up to 15 digits behind +49: such a number was a fault of the service. */
  @Test
  void refusesANumberThatItsCountryKnowsAndE164DoesNot() {
    assertThat(PhoneNumber.parse("0450061861728386", Optional.of("49"), "CN")).isEmpty();
    assertThat(PhoneNumber.parse("+49450061861728386", Optional.empty(), "CN")).isEmpty();
  }

  @Test
  void refusesHugeInputAtOnce() {
    assertThat(PhoneNumber.parse("1".repeat(1_000_000), Optional.empty(), "CN")).isEmpty();
    assertThat(PhoneNumber.parse("13800138000", Optional.of("8".repeat(1_000_000)), "CN"))
        .isEmpty();
  }

  @Test
  void refusesANationalNumberWhereTheDefaultCountryIsUnknown() {
    assertThat(PhoneNumber.parse("13800138000", Optional.empty(), "XX")).isEmpty();
    assertThat(PhoneNumber.parse("+8613800138000", Optional.empty(), "XX")).isPresent();
  }

  @Test
  void onlyWellFormedNumbersCanBeConstructed() {
    assertThat(new PhoneNumber("+447912345678", "GB").channel()).isEqualTo(Channel.SMS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhoneNumber("447912345678", "GB"))
        .withMessage("normal is not a number in E.164");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhoneNumber("+447912345678", "gb"))
        .withMessage("country is not an ISO 3166 alpha-2 code");
  }

  @Test
  void r46_toStringIsMasked() {
    assertThat(new PhoneNumber("+447912345678", "GB")).hasToString("+44***678");
  }

  /** Toll fraud: whoever owns such a number earns with each text. */
  @ParameterizedTest
  @EnumSource(
      names = {"PREMIUM_RATE", "SHARED_COST", "PERSONAL_NUMBER", "PAGER", "VOICEMAIL", "UAN"})
  void numbersThatEarnMoneyTakeNoTexts(PhoneNumberType type) {
    assertThat(examples(type)).hasSizeGreaterThan(1).noneMatch(PhoneNumber::takesTexts);
  }

  @Test
  void mobilesTakeTextsEverywhere() {
    assertThat(examples(PhoneNumberType.MOBILE))
        .hasSizeGreaterThan(200)
        .allMatch(PhoneNumber::takesTexts);
  }

  private static List<PhoneNumber> examples(PhoneNumberType type) {
    var numbers = PhoneNumberUtil.getInstance();
    return numbers.getSupportedRegions().stream()
        .map(region -> numbers.getExampleNumberForType(region, type))
        .filter(Objects::nonNull)
        .filter(numbers::isValidNumber)
        .map(number -> numbers.format(number, PhoneNumberFormat.E164))
        .flatMap(number -> PhoneNumber.parse(number, Optional.empty(), "ZZ").stream())
        .toList();
  }
}
