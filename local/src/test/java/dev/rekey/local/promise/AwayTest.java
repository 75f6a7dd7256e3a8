package dev.rekey.local.promise;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertFault;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * DynamoDB, SES, SNS or Secrets Manager away or slow: an honest fault at once (before the ten
 * seconds after which the SDKs give up), or a send that is delivered later. Nothing is consumed.
 */
@ExtendWith(SharedRunner.class)
class AwayTest {
  private static final String NEW_PASSWORD = "seven green bicycles";
  private static final Map<String, Object> DOWN = Map.of("status", 500);
  private static final Map<String, Object> SLOW = Map.of("delay", "PT30S");

  private final RunnerUnderTest runner;
  private final Api api;
  private final LocalSide local;
  private final Person person;

  AwayTest(RunnerUnderTest runner) {
    this.runner = runner;
    api = runner.api();
    local = runner.local();
    person = local.person();
  }

  static Object[] awayOrSlow() {
    return new Object[] {DOWN, SLOW, Map.of("status", 429)};
  }

  @AfterEach
  void endFaults() {
    local.faults(Map.of());
  }

  @ParameterizedTest
  @MethodSource("awayOrSlow")
  void withoutDynamoDbASendIsAFaultAndCanBeRepeated(Map<String, Object> fault) {
    local.faults(Map.of("dynamodb", fault));
    assertFault(api.sendEmail(person.email()));
    local.faults(Map.of());

    assertOk(api.sendEmail(person.email()));
    assertThat(local.passcode(person.email())).matches("[0-9]{6}");
  }

  @ParameterizedTest
  @MethodSource("awayOrSlow")
  void withoutDynamoDbNothingIsConsumed(Map<String, Object> fault) {
    api.sendEmail(person.email());
    var passcode = local.passcode(person.email());

    local.faults(Map.of("dynamodb", fault));
    assertFault(api.verifyEmail(person.email(), passcode));
    local.faults(Map.of());
    var token = assertToken(api.verifyEmail(person.email(), passcode));

    local.faults(Map.of("dynamodb", fault));
    assertFault(api.reset(token, NEW_PASSWORD));
    local.faults(Map.of());
    assertDone(api.reset(token, NEW_PASSWORD));
    assertThat(local.signsIn(person.email(), NEW_PASSWORD)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("awayOrSlow")
  void withoutKeysThatAreDueNoDoorOpens(Map<String, Object> fault) throws InterruptedException {
    api.sendEmail(person.email());
    var passcode = local.passcode(person.email());
    local.faults(Map.of("secretsmanager", fault));
    local.advance(Duration.ofSeconds(299));
    api.get("/api/v3/system");
    local.advance(Duration.ofHours(2)); // above the highest age that keys may have

    var answers =
        atOnce(
            List.of(
                () -> api.sendEmail(person.email()),
                () -> api.verifyEmail(person.email(), passcode),
                () -> api.get("/api/v3/system")));
    assertFault(answers.get(0));
    assertFault(answers.get(1));
    assertThat(answers.get(2).status()).isIn(500, 503);

    local.faults(Map.of());
    assertOk(api.sendEmail(person.email()));
    assertThat(local.await(person.email(), 2).getLast().passcode()).matches("[0-9]{6}");
  }

  /** The answers, in order; each call is as slow as what it waits for. */
  private static List<Answer> atOnce(List<Callable<Answer>> calls) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }

  @Test
  void whileSesFailsAMailWaits() {
    local.faults(Map.of("ses", Map.of("status", 500, "times", 3)));

    assertOk(api.sendEmail(person.email()));

    assertThat(local.passcode(person.email())).matches("[0-9]{6}");
    assertThat(local.messages(person.email())).hasSize(1);
  }

  @Test
  void whileSnsFailsATextWaitsAndMailGoesOut() {
    local.faults(Map.of("sns", Map.of("status", 500)));
    assertOk(api.sendSms(person.national()));
    assertOk(api.sendEmail(person.email()));

    local.await(person.email(), 1);
    assertThat(local.messages(person.phone())).isEmpty();
    local.faults(Map.of());
    assertThat(local.passcode(person.phone())).matches("[0-9]{6}");
  }

  @Test
  void whileSesIsSlowTheApiIsNot() {
    local.faults(Map.of("ses", Map.of("delay", "PT1S", "times", 1)));

    assertOk(api.sendEmail(person.email()));
    assertThat(local.messages(person.email())).isEmpty();
    assertThat(local.passcode(person.email())).matches("[0-9]{6}");
  }

  @Test
  void aMailThatFailsUntilItsPasscodeExpiresIsDropped() {
    local.faults(Map.of("ses", DOWN));
    var failing = api.sendEmail(person.email());
    assertOk(failing);
    local.advance(Duration.ofSeconds(301));
    runner.awaitLine("passcode_dropped", failing.json().path("requestId").asString());
    local.faults(Map.of());
    assertOk(api.sendEmail(person.email()));

    var passcode = local.passcode(person.email());
    assertToken(api.verifyEmail(person.email(), passcode));
    assertThat(local.messages(person.email())).hasSize(1);
  }

  @Test
  void whatSesRejectsIsDroppedAndStopsNobody() {
    local.faults(Map.of("ses", Map.of("status", 400, "times", 1)));
    assertOk(api.sendEmail(person.email()));
    var other = local.person();
    assertOk(api.sendEmail(other.email()));
    assertRefused(api.sendEmail(other.email()), 499, 2080);
  }
}
