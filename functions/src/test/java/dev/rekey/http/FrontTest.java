package dev.rekey.http;

import static dev.rekey.http.FrontUnderTest.PATH;
import static dev.rekey.http.FrontUnderTest.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.keys.ThrowAwayKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all routes share: the envelope, the order of refusals, the languages, the rate. */
class FrontTest {

  private final FrontUnderTest front = new FrontUnderTest();

  @Test
  void answersInTheEnvelope() {
    var reply = front.serve(good());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().toString())
        .isEqualTo(
            "{\"statusCode\":200,\"message\":\"操作成功\",\"requestId\":\""
                + ProxyCall.REQUEST_ID
                + "\",\"data\":{\"name\":\"ada\"}}");
  }

  /** With all that is served where it is a POST. */
  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"})
  void r7_onlyPostIsServed(String method) {
    var call =
        ProxyCall.of(method, PATH)
            .header("x-authing-app-id", "app")
            .header("Content-Type", "application/json")
            .body("{\"name\":\"x\"}");
    assertThat(front.serve(call).status()).isEqualTo(404);
  }

  /**
   * Each case is wrong in its own way and in every later one, so it shows what is looked at first.
   */
  private static Stream<Arguments> orderOfRefusals() {
    String tooLarge = "x".repeat(64 * 1024 + 1);
    byte[] noText = {(byte) 0xFF};
    byte[] tooMuchOfNoText = new byte[64 * 1024 + 1];
    Arrays.fill(tooMuchOfNoText, (byte) 0xFF);
    return Stream.of(
        Arguments.of("NOT_FOUND", ProxyCall.of("POST", "/api/v3/none").body(tooLarge)),
        Arguments.of("NOT_FOUND", ProxyCall.of("GET", PATH)),
        Arguments.of("NOT_FOUND", ProxyCall.of("HEAD", PATH)),
        Arguments.of("NOT_FOUND", ProxyCall.of("PUT", PATH)),
        Arguments.of("NOT_FOUND", ProxyCall.of("POST", "/api/v3/system")),
        Arguments.of("NOT_FOUND", ProxyCall.of("POST", "x" + PATH.substring(1))),
        Arguments.of("NOT_FOUND", ProxyCall.of("POST", PATH + "/more")),
        Arguments.of("TOO_LARGE", ProxyCall.of("POST", PATH).body(tooLarge)),
        Arguments.of("TOO_LARGE", ProxyCall.of("POST", PATH).base64(tooMuchOfNoText)),
        Arguments.of("NOT_JSON", ProxyCall.of("POST", PATH).body("{")),
        Arguments.of("NOT_JSON", ProxyCall.of("POST", PATH).base64(noText)),
        Arguments.of(
            "APP_ID_MISSING",
            ProxyCall.of("POST", PATH).header("content-type", "application/json").body("{")),
        Arguments.of("APP_UNKNOWN", ProxyCall.post(PATH, "{").header("x-authing-app-id", "none")),
        Arguments.of(
            "APP_UNKNOWN",
            ProxyCall.post(PATH, "").base64(noText).header("x-authing-app-id", "none")),
        Arguments.of("MALFORMED", ProxyCall.post(PATH, "").base64(noText)),
        Arguments.of("MALFORMED", ProxyCall.post(PATH, "{")),
        Arguments.of("MISSING_FIELD", ProxyCall.post(PATH, "{}")));
  }

  @ParameterizedTest
  @MethodSource("orderOfRefusals")
  void refusesInThisOrder(String refusal, ProxyCall call) {
    front.counter =
        (name, limit, forgetAfter) -> {
          throw new AssertionError("a call that is refused for its form must not count");
        };
    var reply = front.serve(call);
    assertThat(reply.audit().path("reason").asString()).isEqualTo(refusal);
    var expected = AnswerCode.valueOf(refusal);
    assertThat(reply.status()).isEqualTo(expected.httpStatus());
    assertThat(reply.body().path("statusCode").asInt()).isEqualTo(expected.statusCode());
  }

  @Test
  void sixtyFourKibibytesAreTakenInBytesNotInLetters() {
    String longest = "{\"name\":\"" + "x".repeat(64 * 1024 - 11) + "\"}";
    assertThat(front.serve(ProxyCall.post(PATH, longest)).status()).isEqualTo(200);
    assertThat(front.serve(ProxyCall.post(PATH, longest + " ")).status()).isEqualTo(413);
    assertThat(
            front.serve(ProxyCall.post(PATH, "{\"name\":\"" + "密".repeat(22_000) + "\"}")).status())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json|200",
        "application/json;charset=UTF-8|200",
        "application/json; charset=utf-8|200",
        "Application/JSON|200",
        "text/plain|415",
        "application/x-www-form-urlencoded|415",
        "multipart/form-data|415",
        "application/json-seq|415",
        "text/plain;application/json|415",
        "''|415"
      })
  void r8_onlyJsonIsRead(String type, int status) {
    assertThat(front.serve(good().header("Content-Type", type)).status()).isEqualTo(status);
  }

  @Test
  void r8_aBodyWithoutATypeIsRefused() {
    assertThat(front.serve(good().without("Content-Type")).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({"zh-CN,操作成功", "en-us,Operation successful", "fr-FR,操作成功", "' ',操作成功"})
  void answersInTheLanguageThatWasAskedFor(String tag, String message) {
    var reply =
        front.serve(good().header("x-authing-lang", tag).header("accept-language", "en-US"));
    assertThat(reply.body().path("message").asString()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({
    "/prod/api/v3/thing",
    "//api/v3/thing",
    "/prod//api//v3/thing",
    "/api/v3/thing/",
    "/base/path/api/v3/thing"
  })
  void aStageAndSeveralSlashesAreTolerated(String path) {
    assertThat(front.serve(ProxyCall.post(path, "{\"name\":\"a\"}")).status()).isEqualTo(200);
  }

  @Test
  void payloadTwoIsServedAlike() {
    var reply =
        front.serve(
            ProxyCall.second("POST", PATH)
                .header("content-type", "application/json")
                .header("x-authing-userpool-id", "none")
                .header("x-authing-app-id", "app")
                .base64("{\"name\":\"ada\"}".getBytes(StandardCharsets.UTF_8)));
    assertThat(reply.body().path("data").path("name").asString()).isEqualTo("ada");
    assertThat(reply.body().path("requestId").asString()).matches("[0-9a-f-]{36}");
  }

  @ParameterizedTest
  @CsvSource({"not-a-uuid", "''", "0f8fad5b-d9cb-469f-a165-70867728950e-forged"})
  void theRequestIdIsAUuidWhateverTheGatewayCallsIt(String id) {
    var reply = front.serve(good().requestId(id));
    assertThat(reply.body().path("requestId").asString())
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        .isNotEqualTo(id)
        .isEqualTo(reply.audit().path("requestId").asString());
  }

  @Test
  void r4_theSourceIsCountedByRouteAndMinute() {
    front.serve(good());
    assertThat(front.counted).hasSize(1);
    assertThat(front.counted.getFirst())
        .matches("rate#/api/v3/thing#[A-Za-z0-9_-]{8}#" + ThrowAwayKeys.NOW.getEpochSecond());
  }

  @Test
  void r4_tooManyCallsAreThrottledBeforeAnyRuleRuns() {
    front.counter = (name, limit, forgetAfter) -> false;
    front.answer =
        (name, caller) -> {
          throw new AssertionError("throttled calls reach nothing");
        };
    var reply = front.serve(good());
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.body().path("statusCode").asInt()).isEqualTo(429);
    assertThat(reply.body().has("apiCode")).isFalse();
    assertThat(reply.audit().path("event").asString()).isEqualTo("excess_rate_limit_exceeded");
  }

  @Test
  void neitherATrustedBackendNorAFreeRouteIsCounted() {
    front.serve(good().from("10.1.1.1"));
    front.serve(ProxyCall.post("/api/v3/free", "{\"name\":\"a\"}").without("x-authing-app-id"));
    front.serve(ProxyCall.of("GET", "/api/v3/system"));
    assertThat(front.counted).isEmpty();
    front.serve(good().from("10.1.1.1").header("x-real-ip", "198.51.100.7"));
    assertThat(front.counted).hasSize(1);
  }
}
