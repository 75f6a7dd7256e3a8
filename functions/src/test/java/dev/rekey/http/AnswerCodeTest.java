package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.audit.AuditEvent;
import dev.rekey.message.Language;
import dev.rekey.message.Texts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The registry against contract sections 3.2, 3.3 and 9. */
class RefusalTest {
  private static final String TABLE =
      """
      OK                 | 200 | 200 |      |
      PASSCODE_RIGHT     | 200 | 200 |      |
      APP_VALID          | 200 | 200 |      |
      APP_SECRET_WRONG   | 200 | 200 |      |
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
      DENIED             | 200 | 403 |      | input_validation_fail
      NOT_FOUND          | 404 | 404 |      | input_validation_fail
      TOO_LARGE          | 413 | 413 |      | input_validation_fail
      NOT_JSON           | 415 | 415 |      | input_validation_fail
      FAULT              | 500 | 500 | 1000 | fault
      UNAVAILABLE        | 503 | 503 | 1000 | fault
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void answersAsTheContractSays(
      AnswerCode code, int httpStatus, int statusCode, String apiCode, String event) {
    assertThat(code.httpStatus()).isEqualTo(httpStatus);
    assertThat(code.statusCode()).isEqualTo(statusCode);
    assertThat(code.apiCode().isPresent() ? "" + code.apiCode().getAsInt() : "")
        .isEqualTo(apiCode == null ? "" : apiCode);
    assertThat(code.event().map(AuditEvent::word)).isEqualTo(Optional.ofNullable(event));
  }

  @Test
  void everyAnswerIsInTheTable() {
    var named =
        TABLE.lines().map(line -> AnswerCode.valueOf(line.split("\\|", 2)[0].strip())).toList();
    assertThat(named).containsExactlyElementsOf(EnumSet.allOf(AnswerCode.class));
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerIsSaidInEveryLanguage(AnswerCode code) {
    var texts = Texts.load();
    assertThat(Language.values())
        .allSatisfy(language -> assertThat(said(texts, language, code)).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource
  void noTextIsLeftOver(Language language) {
    var keys = EnumSet.allOf(AnswerCode.class).stream().map(AnswerCode::key).toList();
    assertThat(Texts.load().keys(language)).hasSameElementsAs(keys);
  }

  /** With as many values as the sentence wants, none or one. */
  private static String said(Texts texts, Language language, AnswerCode code) {
    boolean wantsOne =
        Arrays.asList(
                AnswerCode.BAD_VALUE,
                AnswerCode.MISSING_FIELD,
                AnswerCode.TOO_SOON_EMAIL,
                AnswerCode.TOO_SOON_SMS,
                AnswerCode.PASSWORD_TOO_SHORT,
                AnswerCode.PASSWORD_TOO_LONG)
            .contains(code);
    return wantsOne ? texts.get(language, code.key(), "x") : texts.get(language, code.key());
  }
}
