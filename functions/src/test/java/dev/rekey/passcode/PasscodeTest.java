package dev.rekey.passcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Six ASCII digits and nothing else. */
class PasscodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12345", "1234567", "12345a", "１２３４５６", "١٢٣٤٥٦", "12 3456", "-12345", "1e5"})
  void whatIsNotSixDigitsIsNone(String typed) {
    assertThat(Passcode.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000", " 000000", "000000\n", "\t000000 "})
  void whiteSpaceAroundIsForgiven(String typed) {
    assertThat(Passcode.parse(typed)).contains(new Passcode("000000"));
  }

  @Test
  void leadingZerosCount() {
    assertThat(new Passcode("001234").matches(new Passcode("001234"))).isTrue();
    assertThat(new Passcode("001234").matches(new Passcode("101234"))).isFalse();
    assertThat(new Passcode("001234").matches(new Passcode("001235"))).isFalse();
  }

  @Test
  void r18_neverShowsItself() {
    assertThat(new Passcode("428571")).asString().doesNotContain("428571");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Passcode("42857x"))
        .withMessageNotContaining("42857");
  }
}
