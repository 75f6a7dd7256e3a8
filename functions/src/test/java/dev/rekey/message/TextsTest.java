package dev.rekey.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

  private static final Set<String> WITH_A_VALUE =
      Set.of("missing-field", "bad-value", "too-soon", "password-too-short", "password-too-long");

  private static final Set<String> PLAIN =
      Set.of(
          "ok",
          "malformed",
          "not-json",
          "email-form",
          "phone-form",
          "app-id-missing",
          "app-unknown",
          "app-valid",
          "app-secret-wrong",
          "channel-not-served",
          "throttled",
          "wrong-passcode",
          "expired-passcode",
          "passcode-right",
          "bad-reset-token",
          "undecryptable",
          "password-common",
          "password-context",
          "denied",
          "not-found",
          "too-large",
          "fault");

  /** Written alike in both kinds of Chinese. */
  private static final Set<String> SAME_IN_CHINESE = Set.of("ok");

  private static final Texts TEXTS = Texts.load();

  @ParameterizedTest
  @EnumSource
  void everyLanguageHasEveryKeyAndNoOther(Language language) {
    assertThat(TEXTS.keys(language)).hasSize(27).containsAll(PLAIN).containsAll(WITH_A_VALUE);
  }

  static Stream<String> keys() {
    return Stream.concat(PLAIN.stream(), WITH_A_VALUE.stream());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void noTextIsLeftUntranslated(String key) {
    Map<String, Language> seen = new HashMap<>();
    Arrays.stream(Language.values())
        .filter(language -> language != Language.ZH_TW || !SAME_IN_CHINESE.contains(key))
        .forEach(language -> assertThat(seen.putIfAbsent(text(language, key), language)).isNull());
  }

  @ParameterizedTest
  @EnumSource
  void placeholdersFitInEveryLanguage(Language language) {
    assertThat(WITH_A_VALUE)
        .allSatisfy(key -> assertThat(TEXTS.get(language, key, 1024)).contains("1024"));
    assertThat(PLAIN).allSatisfy(key -> assertThat(TEXTS.get(language, key)).doesNotContain("{"));
  }

  @ParameterizedTest
  @CsvSource({
    "ok, ZH_CN, 操作成功",
    "ok, EN_US, Operation successful",
    "throttled, ZH_CN, 您的请求已超过最大数量限制，请稍后重试",
    "app-unknown, ZH_CN, 应用不存在",
    "email-form, ZH_CN, 邮箱格式不正确",
    "undecryptable, ZH_CN, 解密客户端密码出错",
    "fault, ZH_CN, 系统繁忙，请稍后再试",
    "fault, EN_US, 'The system is busy, please try again later'",
  })
  void saysWhatTheContractQuotes(String key, Language language, String text) {
    assertThat(TEXTS.get(language, key)).isEqualTo(text);
  }

  @Test
  void aValueIsTakenAsItIs() {
    assertThat(TEXTS.get(Language.EN_US, "missing-field", "$1 {0} 'x' \\"))
        .isEqualTo("Incomplete request parameters: $1 {0} 'x' \\");
  }

  @Test
  void anUnknownKeyOrValuesThatDoNotFitAreFaults() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEXTS.get(Language.EN_US, "nonsense"))
        .withMessage("no text nonsense in en-US");
    assertThatIllegalArgumentException().isThrownBy(() -> TEXTS.get(Language.EN_US, "too-soon"));
    assertThatIllegalArgumentException().isThrownBy(() -> TEXTS.get(Language.EN_US, "ok", 1));
  }

  private static String text(Language language, String key) {
    return WITH_A_VALUE.contains(key) ? TEXTS.get(language, key, 7) : TEXTS.get(language, key);
  }
}
