package dev.rekey.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownAppTest {
  /** SHA-256 of {@code secret}. */
  private static final String DIGEST =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  @Test
  void knowsItsSecretByItsDigest() {
    assertThat(KnownApp.parse("app:" + DIGEST).hasSecret("secret")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Secret", "secret ", DIGEST})
  void nothingElseIsTheSecret(String wrong) {
    assertThat(KnownApp.parse("app:" + DIGEST).hasSecret(wrong)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret"})
  void withoutADigestNoSecretIsRight(String any) {
    assertThat(KnownApp.parse("app").hasSecret(any)).isFalse();
  }

  @Test
  void theDigestIsNotShown() {
    assertThat(KnownApp.parse("app:" + DIGEST)).hasToString("KnownApp[app]");
  }
}
