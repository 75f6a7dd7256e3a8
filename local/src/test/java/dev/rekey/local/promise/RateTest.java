package dev.rekey.local.promise;

import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertTransport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rate of a source, with the setting that the other tests lift. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateTest {
  private final RunnerUnderTest runner =
      RunnerUnderTest.start(Map.of("REKEY_RATE_PER_SOURCE", "2"));
  private final Api api = runner.api();

  /** Every way to call a route that is rated; each call is about somebody else. */
  Stream<Named<Supplier<Answer>>> calls() {
    return Stream.of(
        named("send by mail", () -> api.sendEmail(email())),
        named("send by SMS", () -> api.sendSms(number())),
        named("pre-check by mail", () -> api.preCheckEmail(email(), "000000")),
        named("pre-check by SMS", () -> api.preCheckSms(number(), "000000")),
        named("verify by mail", () -> api.verifyEmail(email(), "000000")),
        named("verify by SMS", () -> api.verifySms(number(), "000000")),
        named("check of an app", this::checkApp));
  }

  /** So that no minute ends among the calls of a test. */
  @BeforeEach
  void beginAMinute() {
    var now = runner.local().advance(Duration.ofSeconds(1));
    runner.local().advance(Duration.ofSeconds(60 - now.getEpochSecond() % 60));
  }

  @AfterAll
  void end() {
    runner.close();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void answers429UntilTheMinuteIsOver(Supplier<Answer> call) {
    assertThat(call.get().status()).isEqualTo(200);
    assertThat(call.get().status()).isEqualTo(200);

    assertTransport(call.get(), 429);
    beginAMinute();
    assertThat(call.get().status()).isEqualTo(200);
  }

  @Test
  void eachRouteHasItsOwn() {
    for (int i = 0; i < 2; i++) {
      assertOk(api.sendEmail(email()));
    }
    assertTransport(api.sendEmail(email()), 429);
    assertOk(api.sendSms(number()));
  }

  private Answer checkApp() {
    return api.post("/api/v3/check-app-id-secret", Map.of("appId", "nobody", "appSecret", "wrong"));
  }

  private static String email() {
    return Person.stranger().email();
  }

  private static String number() {
    return Person.stranger().national();
  }
}
