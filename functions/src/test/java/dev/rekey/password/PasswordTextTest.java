package dev.rekey.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTextTest {
  private static PasswordText of(String text) {
    return PasswordText.parse(text).orElseThrow();
  }

  @Test
  void r26_composedAndDecomposedAreOnePassword() {
    assertThat(of("caf\u00e9")).isEqualTo(of("cafe\u0301"));
    assertThat(of("cafe\u0301").utf8()).isEqualTo("caf\u00e9".getBytes(UTF_8));
  }

  @Test
  void r26_compatibleFormsStayDifferent() {
    assertThat(of("ﬁ\uff41")).isNotEqualTo(of("fia"));
  }

  @Test
  void r24_lengthIsInCodePointsAfterNormalisation() {
    assertThat(of("🔑🔑🔑").length()).isEqualTo(3);
    assertThat(of("e\u0301").length()).isEqualTo(1);
    assertThat(of("").length()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {" leading and trailing ", "NUL\0inside", "tab\tand\nbreak", "密码🔑"})
  void r25_nothingIsCutOrReplaced(String text) {
    assertThat(of(text).utf8()).isEqualTo(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\udfff", "a\ud83d", "\udd11a", "\udd11\ud83d", "a\ud83db"})
  void aLoneSurrogateIsNoPassword(String text) {
    assertThat(PasswordText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud7ff", "\ue000", "\ud800\udc00", "\udbff\udfff"})
  void whatIsNextToASurrogateIsAPassword(String text) {
    assertThat(of(text).length()).isEqualTo(1);
  }

  @Test
  void isEqualToNothingButItsLike() {
    assertThat(of("abc")).isEqualTo(of("abc")).hasSameHashCodeAs(of("abc")).isNotEqualTo("abc");
    assertThat(of("abc").hashCode()).isNotEqualTo(of("abd").hashCode());
  }

  /** The capital sharp s is its own upper case, the small one is SS. */
  @ParameterizedTest
  @ValueSource(strings = {"STRASSE", "Stra\u00dfe", "STRA\u1e9eE", "\uff33tra\u1e9ee"})
  void r28_allSpellingsOfAWordHaveOneForm(String text) {
    assertThat(of(text).folded()).isEqualTo("strasse");
  }

  @Test
  void invariant8_hidesItself() {
    assertThat(of("s3cret-passw0rd").toString()).isEqualTo("PasswordText[hidden]");
  }
}
