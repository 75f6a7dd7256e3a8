package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.StoreUnavailable;
import dev.rekey.audit.Audit;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.keys.KeyStore;
import dev.rekey.keys.Keys;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.keys.ThrowAwayKeys;
import dev.rekey.passcode.Counter;
import dev.rekey.settings.Environments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What all routes share: the order of refusals, faults, the rate, the audit. */
class FrontTest {
  private static final String PATH = "/api/v3/thing";
  private static final String CANARY = "canary-7f3a";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final List<String> counted = new ArrayList<>();
  private Counter counter = (name, limit, forgetAfter) -> counted.add(name);
  private KeyStore store = ThrowAwayKeys::keyring;
  private BiFunction<String, Caller, Answer> answer =
      (name, caller) -> Answer.ok(AuditLine.of(AuditEvent.APP_CHECKED), Map.of("name", name));

  private record Reply(int status, JsonNode body, JsonNode audit) {}

  private Reply serve(byte[] event) {
    var clock = InstantSource.fixed(ThrowAwayKeys.NOW);
    var front =
        new Front(
            Environments.settings(
                "REKEY_TRUSTED_SOURCES", "10.0.0.0/8", "REKEY_RATE_PER_SOURCE", "3"),
            new Keys(store, clock, Duration.ofMinutes(5)),
            (name, limit, forgetAfter) -> counter.take(name, limit, forgetAfter),
            new Audit(new PrintStream(log, true, StandardCharsets.UTF_8), clock),
            clock,
            List.of(
                Route.post(
                    PATH,
                    body -> body.required("name"),
                    (name, caller) -> answer.apply(name, caller)),
                Route.post(
                        "/api/v3/free",
                        body -> body.required("name"),
                        (name, caller) -> answer.apply(name, caller))
                    .open()
                    .unrated(),
                Route.get("/api/v3/system", caller -> answer.apply("get", caller))));
    var out = new ByteArrayOutputStream();
    try {
      front.serve(new ByteArrayInputStream(event), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    var reply = ProxyCall.json(out);
    var lines = log.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).as("one line a call (R45)").hasSize(1);
    log.reset();
    return new Reply(
        reply.path("statusCode").asInt(),
        JSON.readTree(reply.path("body").asString()),
        JSON.readTree(lines.getFirst()));
  }

  private Reply serve(ProxyCall call) {
    return serve(call.bytes());
  }

  private static ProxyCall good() {
    return ProxyCall.post(PATH, "{\"name\":\"ada\"}");
  }

  @Test
  void answersInTheEnvelope() {
    var reply = serve(good());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().toString())
        .isEqualTo(
            "{\"statusCode\":200,\"message\":\"操作成功\",\"requestId\":\""
                + ProxyCall.REQUEST_ID
                + "\",\"data\":{\"name\":\"ada\"}}");
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
    counter =
        (name, limit, forgetAfter) -> {
          throw new AssertionError("a call that is refused for its form must not count");
        };
    var reply = serve(call);
    assertThat(reply.audit().path("reason").asString()).isEqualTo(refusal);
    var expected = AnswerCode.valueOf(refusal);
    assertThat(reply.status()).isEqualTo(expected.httpStatus());
    assertThat(reply.body().path("statusCode").asInt()).isEqualTo(expected.statusCode());
  }

  @Test
  void sixtyFourKibibytesAreTakenInBytesNotInLetters() {
    String longest = "{\"name\":\"" + "x".repeat(64 * 1024 - 11) + "\"}";
    assertThat(serve(ProxyCall.post(PATH, longest)).status()).isEqualTo(200);
    assertThat(serve(ProxyCall.post(PATH, longest + " ")).status()).isEqualTo(413);
    assertThat(serve(ProxyCall.post(PATH, "{\"name\":\"" + "密".repeat(22_000) + "\"}")).status())
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
    assertThat(serve(good().header("Content-Type", type)).status()).isEqualTo(status);
  }

  @Test
  void r8_aBodyWithoutATypeIsRefused() {
    assertThat(serve(good().without("Content-Type")).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({"zh-CN,操作成功", "en-us,Operation successful", "fr-FR,操作成功", "' ',操作成功"})
  void answersInTheLanguageThatWasAskedFor(String tag, String message) {
    var reply = serve(good().header("x-authing-lang", tag).header("accept-language", "en-US"));
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
    assertThat(serve(ProxyCall.post(path, "{\"name\":\"a\"}")).status()).isEqualTo(200);
  }

  @Test
  void payloadTwoIsServedAlike() {
    var reply =
        serve(
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
    var reply = serve(good().requestId(id));
    assertThat(reply.body().path("requestId").asString())
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        .isNotEqualTo(id)
        .isEqualTo(reply.audit().path("requestId").asString());
  }

  @Test
  void r4_theSourceIsCountedByRouteAndMinute() {
    serve(good());
    assertThat(counted).hasSize(1);
    assertThat(counted.getFirst())
        .matches("rate#/api/v3/thing#[A-Za-z0-9_-]{8}#" + ThrowAwayKeys.NOW.getEpochSecond());
  }

  @Test
  void r4_tooManyCallsAreThrottledBeforeAnyRuleRuns() {
    counter = (name, limit, forgetAfter) -> false;
    answer =
        (name, caller) -> {
          throw new AssertionError("throttled calls reach nothing");
        };
    var reply = serve(good());
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.body().path("statusCode").asInt()).isEqualTo(429);
    assertThat(reply.body().has("apiCode")).isFalse();
    assertThat(reply.audit().path("event").asString()).isEqualTo("excess_rate_limit_exceeded");
  }

  @Test
  void neitherATrustedBackendNorAFreeRouteIsCounted() {
    serve(good().from("10.1.1.1"));
    serve(ProxyCall.post("/api/v3/free", "{\"name\":\"a\"}").without("x-authing-app-id"));
    serve(ProxyCall.of("GET", "/api/v3/system"));
    assertThat(counted).isEmpty();
    serve(good().from("10.1.1.1").header("x-real-ip", "198.51.100.7"));
    assertThat(counted).hasSize(1);
  }

  private static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(503, new StoreUnavailable("request", "ApiCallTimeout")),
        Arguments.of(503, new KeysUnavailable(CANARY, new IllegalStateException(CANARY))),
        Arguments.of(500, new IllegalStateException(CANARY)),
        Arguments.of(500, new IllegalArgumentException(CANARY, new RuntimeException(CANARY))),
        Arguments.of(500, new NullPointerException(CANARY)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void r47_aFaultSaysNothingOfItsCause(int status, RuntimeException fault) {
    answer =
        (name, caller) -> {
          throw fault;
        };
    var reply = serve(good());
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body().path("statusCode").asInt()).isEqualTo(status);
    assertThat(reply.body().path("apiCode").asInt()).isEqualTo(1000);
    assertThat(reply.body().path("message").asString()).isEqualTo("系统繁忙，请稍后再试");
    assertThat(reply.body().properties()).hasSize(4);
    assertThat(reply.body().toString()).doesNotContain(CANARY, "Exception", "rekey", "Timeout");
    assertThat(reply.audit().toString()).doesNotContain(CANARY);
    assertThat(reply.audit().path("event").asString()).isEqualTo("fault");
    assertThat(reply.audit().path("reason").asString()).isEqualTo(fault.getClass().getName());
    assertThat(reply.audit().path("stack").asString()).contains("FrontTest");
  }

  @Test
  void theLineNamesTheCodeOfTheStore() {
    counter =
        (name, limit, forgetAfter) -> {
          throw new StoreUnavailable("take", "ThrottlingException");
        };
    assertThat(serve(good()).audit().path("code").asString()).isEqualTo("take:ThrottlingException");
  }

  @Test
  void r47_withoutTheCounterNothingIsServed() {
    counter =
        (name, limit, forgetAfter) -> {
          throw new StoreUnavailable("take", "timeout");
        };
    assertThat(serve(good()).status()).isEqualTo(503);
  }

  @Test
  void r47_withoutKeysNothingIsServed() {
    store =
        () -> {
          throw new KeysUnavailable("none", new IllegalStateException(CANARY));
        };
    assertThat(serve(good()).status()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource({"{", "''", "[]", "null", "7", "{}"})
  void r47_evenWhatIsNoEventGetsAnEnvelope(String event) {
    var reply = serve(event.getBytes(StandardCharsets.UTF_8));
    assertThat(reply.body().path("statusCode").asInt()).isEqualTo(reply.status());
    assertThat(reply.status()).isIn(404, 500);
    assertThat(reply.body().path("requestId").asString()).hasSize(36);
  }

  @Test
  void r45_theLineTellsRouteSourceAndRequest() {
    var audit = serve(good()).audit();
    assertThat(audit.propertyNames())
        .containsExactly("at", "event", "route", "source", "requestId");
    assertThat(audit.path("route").asString()).isEqualTo(PATH);
    assertThat(audit.path("source").asString()).matches("[A-Za-z0-9_-]{6,8}");
  }

  @Test
  void r46_nothingThatTheCallerWroteIsInTheLine() {
    var call =
        ProxyCall.post("/" + CANARY + PATH, "{\"name\":\"" + CANARY + "\"}")
            .header("x-authing-lang", CANARY)
            .header("user-agent", CANARY)
            .header("x-forwarded-for", CANARY)
            .requestId(CANARY + "\r\n{}");
    assertThat(serve(call).audit().toString()).doesNotContain(CANARY);
    assertThat(serve(ProxyCall.of("POST", "/" + CANARY)).audit().toString()).doesNotContain(CANARY);
  }
}
