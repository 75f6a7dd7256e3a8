package dev.rekey.local.badinput;

import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertTransport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.RawCall;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import dev.rekey.local.wire.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies, types, methods and paths that no SDK sends. */
@ExtendWith(SharedRunner.class)
class BadBodyTest {
  private final RunnerUnderTest runner;
  private final Api api;

  BadBodyTest(RunnerUnderTest runner) {
    this.runner = runner;
    api = runner.api();
  }

  static String[] routes() {
    return new String[] {Api.SEND_EMAIL, Api.SEND_SMS, Api.PRE_CHECK, Api.VERIFY, Api.RESET};
  }

  @ParameterizedTest
  @MethodSource("routes")
  void refusesAnEmptyBody(String route) {
    assertRefused(api.post(route, ""), 400);
  }

  @Test
  void refusesACallWithoutABody() {
    var answer =
        RawCall.send(
            runner.uri(),
            """
            POST /api/v3/send-email HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            x-authing-app-id: rekey-local-app\r
            Connection: close\r
            \r
            """);

    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"statusCode\":400");
  }

  @Test
  void refusesBytesThatAreNoText() {
    var answer =
        RawCall.send(
            runner.uri(),
            """
            POST /api/v3/send-email HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            x-authing-app-id: rekey-local-app\r
            Content-Length: 4\r
            Connection: close\r
            \r
            {\u00ff\u00fe}\
            """);

    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"statusCode\":400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{bad json",
        "{\"email\":\"a@example.com\"} {}",
        "[]",
        "null",
        "17",
        "\"text\"",
        "{\"channel\":\"CHANNEL_RESET_PASSWORD\",\"email\":\"a@example.com\",\"email\":\"b@example.com\"}",
        "{\"channel\":\"CHANNEL_RESET_PASSWORD\",\"email\":\"\\ud800@example.com\"}"
      })
  void refusesWhatTwoReadersCouldReadInTwoWays(String body) {
    assertRefused(api.post(Api.SEND_EMAIL, body), 400);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void refusesTheWrongTypes(String route) {
    var values = Json.text(Map.of("a", new int[0], "b", Map.of(), "c", true, "d", 1.5));
    for (var value : Json.readObject(values)) {
      var body = Json.object();
      for (var name : new String[] {"email", "phoneNumber", "channel", "codeType"}) {
        body.set(name, value);
      }
      for (var name : new String[] {"verifyMethod", "password", "passwordResetToken"}) {
        body.set(name, value);
      }
      assertRefused(api.post(route, body.toString()), 400);
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void refusesANestOfTenThousand(String route) {
    assertRefused(api.post(route, "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)), 400);
    assertRefused(api.post(route, "[".repeat(10_000)), 400);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void refusesMoreThan64KiB(String route) {
    assertTransport(api.post(route, "{\"a\":\"" + "x".repeat(300_000) + "\"}"), 413);
    assertTransport(api.post(route, " ".repeat(64 * 1024 + 1)), 413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void r8_refusesOtherTypesOfContent(String type) {
    var headers = new HashMap<>(Api.HEADERS);
    headers.put("content-type", type);

    assertTransport(post(headers), 415);
  }

  @Test
  void refusesContentWithoutAType() {
    var headers = new HashMap<>(Api.HEADERS);
    headers.remove("content-type");

    assertTransport(post(headers), 415);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void r7_knowsNoGetOfARouteForPost(String route) {
    assertTransport(api.get(route), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v3/system", "/api/v3/get-country-list"})
  void knowsNoPostOfARouteForGet(String route) {
    assertTransport(api.post(route, Map.of()), 404);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void refusesAnUnknownAppBeforeItReadsTheBody(String route) {
    var headers = new HashMap<>(Api.HEADERS);
    headers.put("x-authing-app-id", "nobody");

    assertRefused(api.post(route, "{bad json", headers), 499, 2011);
  }

  /** The description of the API says what the answer is; {@link RawCall} holds it to that. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/v3/\u00e9", "/../../etc/passwd", "/api/v3/%00", "/api/v3/system#x"})
  void knowsNoStrangePaths(String target) {
    assertThat(get(target)).startsWith("HTTP/1.1 404 ").contains("\"statusCode\":404");
  }

  /** As in docs/adr/0009: the one place where the runner speaks otherwise than the gateway. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/v3/%zz", "/api/v3/{x}", "/api/v3/a|b", "http://a|b/api/v3/system"})
  void leavesWhatIsNoUriToTheServer(String target) {
    assertThat(RawCall.withoutHeaders(get(target))).isEqualTo(RawCall.NO_URI);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "api/v3/system"})
  void leavesWhatIsNoPathToTheServer(String target) {
    assertThat(RawCall.withoutHeaders(get(target))).isEqualTo(RawCall.NO_PATH);
  }

  private String get(String target) {
    return RawCall.send(
        runner.uri(),
        "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  private Answer post(Map<String, String> headers) {
    return api.post(Api.SEND_EMAIL, Json.text(Api.mailBody("a@example.com")), headers);
  }
}
