package dev.rekey.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @EnumSource
  void everyTagLeadsBackToItsLanguage(Language language) {
    assertThat(Language.of(language.tag())).hasValue(language);
  }

  @ParameterizedTest
  @CsvSource({"en-us, EN_US", "' ZH-tw ', ZH_TW", "JA-JP, JA_JP", "zh-CN, ZH_CN"})
  void caseAndSpacesDoNotMatter(String headerValue, Language language) {
    assertThat(Language.of(headerValue)).hasValue(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "en", "fr-FR", "zh_CN", "zh-CN,zh;q=0.8"})
  void anythingElseIsNoLanguage(String headerValue) {
    assertThat(Language.of(headerValue)).isEmpty();
  }
}
