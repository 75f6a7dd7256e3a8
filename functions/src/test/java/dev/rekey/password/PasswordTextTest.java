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
  @ValueSource(strings = {"a\ud83d", "\udd11a", "\udd11\ud83d", "a\ud83db"})
  void aLoneSurrogateIsNoPassword(String text) {
    assertThat(PasswordText.parse(text)).isEmpty();
  }

  @Test
  void invariant8_hidesItself() {
    assertThat(of("s3cret-passw0rd").toString()).isEqualTo("PasswordText[hidden]");
  }
}
