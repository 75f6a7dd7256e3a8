package dev.rekey.http;

import static dev.rekey.http.FrontUnderTest.PATH;
import static dev.rekey.http.FrontUnderTest.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.StoreUnavailable;
import dev.rekey.keys.KeysUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fault says and keeps to itself, and what the audit tells of a call. */
class FrontFaultsTest {
  private static final String CANARY = "canary-7f3a";

  private final FrontUnderTest front = new FrontUnderTest();

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
    front.answer =
        (name, caller) -> {
          throw fault;
        };
    var reply = front.serve(good());
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body().path("statusCode").asInt()).isEqualTo(status);
    assertThat(reply.body().path("apiCode").asInt()).isEqualTo(1000);
    assertThat(reply.body().path("message").asString()).isEqualTo("系统繁忙，请稍后再试");
    assertThat(reply.body().properties()).hasSize(4);
    assertThat(reply.body().toString()).doesNotContain(CANARY, "Exception", "rekey", "Timeout");
    assertThat(reply.audit().toString()).doesNotContain(CANARY);
    assertThat(reply.audit().path("event").asString()).isEqualTo("fault");
    assertThat(reply.audit().path("reason").asString()).isEqualTo(fault.getClass().getName());
    assertThat(reply.audit().path("stack").asString()).contains("FrontFaultsTest");
  }

  @Test
  void theLineNamesTheCodeOfTheStore() {
    front.counter =
        (name, limit, forgetAfter) -> {
          throw new StoreUnavailable("take", "ThrottlingException");
        };
    assertThat(front.serve(good()).audit().path("code").asString())
        .isEqualTo("take:ThrottlingException");
  }

  @Test
  void r47_withoutTheCounterNothingIsServed() {
    front.counter =
        (name, limit, forgetAfter) -> {
          throw new StoreUnavailable("take", "timeout");
        };
    assertThat(front.serve(good()).status()).isEqualTo(503);
  }

  @Test
  void r47_withoutKeysNothingIsServed() {
    front.store =
        () -> {
          throw new KeysUnavailable("none", new IllegalStateException(CANARY));
        };
    assertThat(front.serve(good()).status()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource({"{", "''", "[]", "null", "7", "{}"})
  void r47_evenWhatIsNoEventGetsAnEnvelope(String event) {
    var reply = front.serve(event.getBytes(StandardCharsets.UTF_8));
    assertThat(reply.body().path("statusCode").asInt()).isEqualTo(reply.status());
    assertThat(reply.status()).isIn(404, 500);
    assertThat(reply.body().path("requestId").asString()).hasSize(36);
  }

  @Test
  void r45_theLineTellsRouteSourceAndRequest() {
    var audit = front.serve(good()).audit();
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
    assertThat(front.serve(call).audit().toString()).doesNotContain(CANARY);
    assertThat(front.serve(ProxyCall.of("POST", "/" + CANARY)).audit().toString())
        .doesNotContain(CANARY);
  }
}
