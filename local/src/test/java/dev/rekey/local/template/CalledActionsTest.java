package dev.rekey.local.template;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.app.App;
import dev.rekey.aws.AwsClients;
import dev.rekey.feedback.FeedbackHandler;
import dev.rekey.keyrotation.MakeKeysHandler;
import dev.rekey.local.LocalValues;
import dev.rekey.local.Runner;
import dev.rekey.local.RunnerSettings;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Passcodes;
import dev.rekey.local.outside.Person;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.LoopbackServer;
import dev.rekey.local.wire.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
          new RunnerSettings(
              0, Optional.empty(), Optional.empty(), Map.of("REKEY_EVENTS_TOPIC_ARN", TOPIC)));
  private final Api api = new Api(runner.uri());
  private final LocalSide local = new LocalSide(runner.uri());

  @BeforeAll
  void goEveryWay() {
    resetByEmail(local.person());
    resetBySms(local.person());
    var person = local.person();
    comesBack(person.email());
    operate(person);
    assertThat(local.call("POST", "rotate", Map.of()).status()).isEqualTo(200);
    makeKeys();
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
    for (String operation : new String[] {"show", "open", "erase", "compromised", "unsuppress"}) {
      var event = Map.of("operation", operation, "address", person.email());
      assertThat(local.call("POST", "operate", event).status()).isEqualTo(200);
    }
    local.advance(Duration.ofMinutes(1));
  }

  /** A mail, of which the runner's stand-in for SES tells nobody. */
  @SuppressWarnings("NullAway") // it does not look at its context
  private static void comesBack(String email) {
    var environment =
        Map.of(
            "REKEY_RESETS_TABLE", "Resets",
            "REKEY_ACCOUNTS_TABLE", "Accounts",
            "REKEY_KEYS_SECRET", "rekey/keys",
            "REKEY_FEEDBACK_TOPIC", TOPIC,
            "REKEY_APPS", "app",
            "REKEY_MAIL_FROM", "no-reply@example.com");
    var complaint =
        Map.of(
            "timestamp",
            Instant.EPOCH.toString(),
            "complainedRecipients",
            List.of(Map.of("emailAddress", email)));
    var mail = Map.of("destination", List.of(email));
    var message = Json.text(Map.of("eventType", "Complaint", "mail", mail, "complaint", complaint));
    var record =
        Map.of("EventSource", "aws:sns", "Sns", Map.of("TopicArn", TOPIC, "Message", message));
    var in = new ByteArrayInputStream(Json.bytes(Map.of("Records", List.of(record))));
    var handler = new FeedbackHandler(new App(environment, Clock.systemUTC()));
    inThreadOf(
        "Feedback",
        () -> {
          try {
            handler.handleRequest(in, OutputStream.nullOutputStream(), null);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void inThreadOf(String function, Runnable call) {
    try {
      Thread.ofPlatform().name(function).start(call).join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Where there are none yet; the runner has made its own before any function. */
  @SuppressWarnings("NullAway") // it does not look at its context
  private static void makeKeys() {
    try (var stack = LoopbackServer.bind(0);
        var client = AwsClients.secretsManager()) {
      stack.route("/", _ -> Reply.of(200, "text/plain", ""));
      stack.start();
      client.createSecret(it -> it.name("rekey/none-yet"));
      var environment =
          Map.of(
              "REKEY_RESETS_TABLE", "none",
              "REKEY_ACCOUNTS_TABLE", "none",
              "REKEY_KEYS_SECRET", "rekey/none-yet",
              "REKEY_APPS", "app",
              "REKEY_MAIL_FROM", "no-reply@example.com");
      var event = Map.of("RequestType", "Create", "ResponseURL", stack.uri() + "/answer");
      var handler = new MakeKeysHandler(new App(environment, Clock.systemUTC()));
      for (int time = 0; time < 2; time++) { // there are none, and there are some
        var in = new ByteArrayInputStream(Json.bytes(event));
        Runnable call = () -> handler.handleRequest(in, OutputStream.nullOutputStream(), null);
        inThreadOf("MakeKeys", call);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
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
