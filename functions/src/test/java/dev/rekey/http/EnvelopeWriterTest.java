package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.message.Language;
import dev.rekey.message.Texts;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Contract section 3.1, R49. */
class EnvelopeWriterTest {
  private static final AuditLine LINE = AuditLine.of(AuditEvent.APP_CHECKED);

  private static ObjectNode write(Answer answer, Language language) {
    var out = new ByteArrayOutputStream();
    new EnvelopeWriter(Texts.load())
        .write(answer, new Caller(Optional.empty(), language, "id"), out);
    return ProxyCall.json(out);
  }

  private static String body(Answer answer) {
    return write(answer, Language.EN_US).path("body").asString();
  }

  @Test
  void aSuccessHasNoApiCodeAndNoData() {
    assertThat(body(Answer.ok(LINE)))
        .isEqualTo(
            "{\"statusCode\":200,\"message\":\"Operation successful\",\"requestId\":\"id\"}");
  }

  @Test
  void dataComesLast() {
    assertThat(body(Answer.ok(LINE, Map.of("n", 300L))))
        .isEqualTo(
            "{\"statusCode\":200,\"message\":\"Operation successful\",\"requestId\":\"id\","
                + "\"data\":{\"n\":300}}");
  }

  @Test
  void aRefusalHasItsApiCodeAsANumberAndNoData() {
    assertThat(body(Answer.refused(AnswerCode.WRONG_PASSCODE)))
        .isEqualTo(
            "{\"statusCode\":499,\"message\":\"Verification failed, the code is wrong\","
                + "\"apiCode\":2001,\"requestId\":\"id\"}");
  }

  @Test
  void aRefusalWithoutAnApiCodeHasNoKeyForIt() {
    assertThat(body(Answer.refused(AnswerCode.MALFORMED)))
        .isEqualTo(
            "{\"statusCode\":400,\"message\":\"The request is malformed\",\"requestId\":\"id\"}");
  }

  @Test
  void aBareAnswerIsFlat() {
    assertThat(body(new Answer.Bare(LINE, Map.of("rsa", 1)))).isEqualTo("{\"rsa\":1}");
  }

  @ParameterizedTest
  @CsvSource({"ZH_CN,操作成功", "EN_US,Operation successful", "ZH_TW,操作成功"})
  void speaksTheCallersLanguage(Language language, String message) {
    assertThat(write(Answer.ok(LINE), language).path("body").asString()).contains(message);
  }

  @Test
  void r49_theHeadersAreTheseAndNoOthers() {
    var response = write(Answer.refused(AnswerCode.NOT_FOUND), Language.EN_US);
    assertThat(response.propertyNames())
        .containsExactly("statusCode", "headers", "body", "isBase64Encoded");
    assertThat(response.path("statusCode").asInt()).isEqualTo(404);
    assertThat(response.path("isBase64Encoded").asBoolean()).isFalse();
    assertThat(response.path("headers").properties())
        .extracting(header -> header.getKey() + ": " + header.getValue().asString())
        .containsExactlyInAnyOrder(
            "content-type: application/json; charset=utf-8",
            "cache-control: no-store",
            "x-content-type-options: nosniff",
            "strict-transport-security: max-age=31536000; includeSubDomains",
            "referrer-policy: no-referrer");
  }

  @Test
  void r36_noAnswerSignsAnybodyIn() {
    assertThat(write(Answer.ok(LINE), Language.EN_US).toString())
        .doesNotContainIgnoringCase("cookie")
        .doesNotContainIgnoringCase("session");
  }
}
