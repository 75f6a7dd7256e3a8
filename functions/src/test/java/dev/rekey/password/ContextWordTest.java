package dev.rekey.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.password.ContextWord.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextWordTest {
  private static boolean isWholeOf(String word, String password) {
    return new ContextWord(Kind.USER_NAME, word)
        .isWholeOf(PasswordText.parse(password).orElseThrow());
  }

  @Test
  void r28_anEmailAddressGivesItselfAndWhatStandsBeforeItsSign() {
    assertThat(ContextWord.ofAddress("ada.lovelace@example.com"))
        .extracting(ContextWord::word)
        .containsExactly("ada.lovelace@example.com", "ada.lovelace");
    assertThat(ContextWord.ofAddress("a@example.com"))
        .extracting(ContextWord::word)
        .containsExactly("a@example.com", "a");
  }

  @Test
  void r28_aNumberGivesItselfWithAndWithoutEachLengthOfCountryCodeAndTheZeroBefore() {
    assertThat(ContextWord.ofAddress("+447912"))
        .extracting(ContextWord::word)
        .containsExactly(
            "+447912", "447912", "0447912", "47912", "047912", "7912", "07912", "912", "0912");
    assertThat(ContextWord.ofAddress("+44"))
        .as("no word of nothing")
        .extracting(ContextWord::word)
        .containsExactly("+44", "44", "044", "4", "04");
  }

  @ParameterizedTest
  @CsvSource({
    "ada, ada, true",
    "ada, ada2026!, true",
    "ada, 2026-ADA, true",
    "ada, adam2026, false",
    "bo, bo, true",
    "bo, bo2026!!, false",
    "2026, 2026, true",
    "2026, 1815, false",
    "'', '', false",
    "'', 2026, false",
  })
  void r28_aWordIsTheWholeOfAPasswordButForDecoration(String word, String password, boolean whole) {
    assertThat(isWholeOf(word, password)).isEqualTo(whole);
  }
}
