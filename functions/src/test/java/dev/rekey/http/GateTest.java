package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.settings.KnownApp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract section 9, row app id. */
class GateTest {
  private static final Gate GATE =
      new Gate(List.of(new KnownApp("app", Optional.empty())), Optional.of("pool"));

  private static ProxyCall call() {
    return ProxyCall.of("POST", "/");
  }

  @ParameterizedTest
  @CsvSource({
    "x-authing-app-id,app",
    "X-AUTHING-APP-ID,app",
    "x-genauth-app-id,app",
    "x-authing-userpool-id,pool",
    "x-genauth-userpool-id,pool"
  })
  void letsKnownOnesIn(String header, String value) {
    assertThatCode(() -> GATE.check(call().header(header, value).event()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "x-authing-app-id,App",
    "x-authing-app-id,pool",
    "x-authing-userpool-id,app",
    "x-genauth-userpool-id,other"
  })
  void refusesUnknownOnes(String header, String value) {
    assertThatThrownBy(() -> GATE.check(call().header(header, value).event()))
        .hasMessage("APP_UNKNOWN");
  }

  @Test
  void anAppIdCountsBeforeAPool() {
    var call = call().header("x-authing-userpool-id", "pool").header("x-authing-app-id", "other");
    assertThatThrownBy(() -> GATE.check(call.event())).hasMessage("APP_UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anEmptyIdIsNone(String id) {
    assertThatThrownBy(() -> GATE.check(call().header("x-authing-app-id", id).event()))
        .hasMessage("APP_ID_MISSING");
  }

  @Test
  void withoutAPoolOfItsOwnNoPoolIsKnown() {
    var gate = new Gate(List.of(), Optional.empty());
    assertThatThrownBy(() -> gate.check(call().header("x-authing-userpool-id", "pool").event()))
        .hasMessage("APP_UNKNOWN");
  }
}
