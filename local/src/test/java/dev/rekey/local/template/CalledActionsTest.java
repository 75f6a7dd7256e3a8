package dev.rekey.local.template;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.LocalValues;
import dev.rekey.local.Runner;
import dev.rekey.local.RunnerSettings;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Passcodes;
import dev.rekey.local.outside.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R50: what the roles allow is what the functions ask for, on every way through the service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalledActionsTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:events";

  private final Properties before = (Properties) System.getProperties().clone();
  private final Runner runner =
      Runner.start(
          Path.of("../template.yaml"),
          new RunnerSettings(0, Optional.empty(), Map.of("REKEY_EVENTS_TOPIC_ARN", TOPIC)));
  private final Api api = new Api(runner.uri());
  private final LocalSide local = new LocalSide(runner.uri());

  @BeforeAll
  void goEveryWay() {
    resetByEmail(local.person());
    resetBySms(local.person());
    operate(local.person());
    var app = Map.of("appId", LocalValues.APP_ID, "appSecret", LocalValues.APP_SECRET);
    assertThat(api.post("/api/v3/check-app-id-secret", app).status()).isEqualTo(200);
  }

  private void resetByEmail(Person person) {
    assertOk(api.sendEmail(person.email()));
    var passcode = local.passcode(person.email());
    api.preCheckEmail(person.email(), Passcodes.wrong(passcode));
    assertThat(api.preCheckEmail(person.email(), passcode).status()).isEqualTo(200);
    var token = assertToken(api.verifyEmail(person.email(), passcode));
    api.reset(token, "short");
    assertDone(api.reset(token, "seven green bicycles"));
    local.await(person.email(), 2);
    local.await(person.phone(), 1);
  }

  private void resetBySms(Person person) {
    assertOk(api.sendSms(person.national()));
    var passcode = local.passcode(person.phone());
    var token = assertToken(api.verifySms(person.national(), passcode));
    assertDone(api.reset(token, "seven green bicycles"));
    local.await(person.phone(), 2);
  }

  private void operate(Person person) {
    api.verifyEmail(person.email(), "000000");
    for (String operation : new String[] {"show", "open", "erase", "compromised"}) {
      var event = Map.of("operation", operation, "address", person.email());
      assertThat(local.call("POST", "operate", event).status()).isEqualTo(200);
    }
    local.advance(Duration.ofMinutes(1));
  }

  @AfterAll
  void stop() {
    runner.close();
    System.setProperties(before);
  }

  @ParameterizedTest
  @MethodSource("dev.rekey.local.template.RolesTest#functions")
  void r50_aRoleAllowsWhatItsFunctionAsksForAndNothingElse(String function) {
    assertThat(CalledActions.by(function)).isEqualTo(RolesTest.allowed(function));
  }
}
