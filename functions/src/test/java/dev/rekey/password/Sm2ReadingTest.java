package dev.rekey.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract section 4.3: the forms that a text may have. */
class Sm2ReadingTest {
  private static final String X = "0220" + "11".repeat(32);
  private static final String C3 = "0420" + "22".repeat(32);
  private static final String C2 = "0403" + "33".repeat(3);

  private static String sequence(String... parts) {
    String content = String.join("", parts);
    return "3081%02x%s".formatted(content.length() / 2, content);
  }

  /** Each way is read with C3 before C2 and behind it; a hex text may be Base64 of more bytes. */
  @ParameterizedTest
  @CsvSource({
    "'', 96, 0", // with its 04 it has C1 and C3, and nothing that is encrypted
    "'', 97, 2",
    "04, 96, 2", // a point without its 04 that begins with one
    "04, 97, 4",
  })
  void aTextHasAsManyReadingsAsItMayMean(String start, int times, int readings) {
    assertThat(Sm2Reading.all(start + "11".repeat(times)))
        .filteredOn(reading -> reading.bytes().length <= times + 2)
        .hasSize(readings);
  }

  @Test
  void derIsReadAsWell() {
    var plain = Sm2Reading.all("11".repeat(110)).size();
    assertThat(Sm2Reading.all(sequence(X, X, C3, C2))).hasSize(plain + 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void derWithAnotherPartThanIsDueIsNotReadAsDer(int wrong) {
    var plain = Sm2Reading.all("11".repeat(110)).size();
    var parts = new String[] {X, X, C3, C2};
    parts[wrong] = wrong < 2 ? C3 : X;
    assertThat(Sm2Reading.all(sequence(parts))).hasSize(plain);
  }

  @Test
  void derWithFewerOrMorePartsOrAnotherThingIsNotReadAsDer() {
    var plain = Sm2Reading.all("11".repeat(110)).size();
    assertThat(Sm2Reading.all(sequence(X, X, C3))).hasSize(plain);
    assertThat(Sm2Reading.all(sequence(X, X, C3, C2, C2))).hasSize(plain);
    assertThat(Sm2Reading.all("0481" + "80" + "22".repeat(128))).hasSize(plain + 2);
  }
}
