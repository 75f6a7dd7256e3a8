package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.message.Language;
import dev.rekey.message.Texts;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The registry against contract sections 3.2, 3.3 and 9. */
class RefusalTest {
  private static final String TABLE =
      """
      MALFORMED          | 200 | 400 |      | input_validation_fail
      BAD_VALUE          | 200 | 400 |      | input_validation_fail
      MISSING_FIELD      | 200 | 400 | 2231 | input_validation_fail
      EMAIL_FORM         | 200 | 400 | 2204 | input_validation_fail
      PHONE_FORM         | 200 | 400 | 2028 | input_validation_fail
      APP_ID_MISSING     | 200 | 400 | 2101 | app_refused
      APP_UNKNOWN        | 200 | 499 | 2011 | app_refused
      CHANNEL_NOT_SERVED | 200 | 501 |      | input_validation_fail
      TOO_SOON_EMAIL     | 200 | 499 | 2080 | passcode_request_too_soon
      TOO_SOON_SMS       | 200 | 499 |      | passcode_request_too_soon
      THROTTLED          | 429 | 429 |      | excess_rate_limit_exceeded
      WRONG_PASSCODE     | 200 | 499 | 2001 | authn_passcode_fail
      EXPIRED_PASSCODE   | 200 | 499 | 2300 | authn_passcode_fail
      BAD_RESET_TOKEN    | 200 | 499 |      | authn_password_change_fail
      UNDECRYPTABLE      | 200 | 499 | 2016 | authn_password_change_fail
      PASSWORD_TOO_SHORT | 200 | 499 | 2029 | authn_password_change_fail
      PASSWORD_TOO_LONG  | 200 | 499 | 2061 | authn_password_change_fail
      PASSWORD_COMMON    | 200 | 499 | 2061 | authn_password_change_fail
      PASSWORD_CONTEXT   | 200 | 499 | 2061 | authn_password_change_fail
      NOT_FOUND          | 404 | 404 |      | input_validation_fail
      TOO_LARGE          | 413 | 413 |      | input_validation_fail
      NOT_JSON           | 415 | 415 |      | input_validation_fail
      FAULT              | 500 | 500 | 1000 | fault
      UNAVAILABLE        | 503 | 503 | 1000 | fault
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void answersAsTheContractSays(
      Refusal refusal, int httpStatus, int statusCode, String apiCode, String event) {
    assertThat(refusal.httpStatus()).isEqualTo(httpStatus);
    assertThat(refusal.statusCode()).isEqualTo(statusCode);
    assertThat(refusal.apiCode().isPresent() ? "" + refusal.apiCode().getAsInt() : "")
        .isEqualTo(apiCode == null ? "" : apiCode);
    assertThat(refusal.event().word()).isEqualTo(event);
  }

  @Test
  void everyRefusalIsInTheTable() {
    var named =
        TABLE.lines().map(line -> Refusal.valueOf(line.split("\\|", 2)[0].strip())).toList();
    assertThat(named).containsExactlyElementsOf(EnumSet.allOf(Refusal.class));
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsSaidInEveryLanguage(Refusal refusal) {
    var texts = Texts.load();
    assertThat(Language.values())
        .allSatisfy(language -> assertThat(said(texts, language, refusal)).isNotBlank());
  }

  /** With as many values as the sentence wants, none or one. */
  private static String said(Texts texts, Language language, Refusal refusal) {
    boolean wantsOne =
        Arrays.asList(
                Refusal.BAD_VALUE,
                Refusal.MISSING_FIELD,
                Refusal.TOO_SOON_EMAIL,
                Refusal.TOO_SOON_SMS,
                Refusal.PASSWORD_TOO_SHORT,
                Refusal.PASSWORD_TOO_LONG)
            .contains(refusal);
    return wantsOne ? texts.get(language, refusal.key(), "x") : texts.get(language, refusal.key());
  }
}
