package dev.rekey.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.StoredAccount;
import dev.rekey.conformance.Scene;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What is set is what holds: each value that carries a promise, on its way to its function. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsHoldTest {
  private static final String CLIENT = "203.0.113.9";

  private final Deployment deployment =
      new Deployment(
          Map.ofEntries(
              Map.entry("REKEY_PASSWORD_LENGTH", "nist-sfa"),
              Map.entry("REKEY_ARGON2_MEMORY", "12288"),
              Map.entry("REKEY_ARGON2_ITERATIONS", "3"),
              Map.entry("REKEY_ARGON2_PARALLELISM", "2"),
              Map.entry("REKEY_KEYS_MAX_AGE", "30"),
              Map.entry("REKEY_RESEND_AFTER", "90"),
              Map.entry("REKEY_SENDS_PER_DAY", "3"),
              Map.entry("REKEY_SENDS_PER_SOURCE", "2"),
              Map.entry("REKEY_TRIES_PER_SOURCE", "1"),
              Map.entry("REKEY_TRIES_BY_STRANGERS", "2"),
              Map.entry("REKEY_TRIES_IN_ALL", "3"),
              Map.entry("REKEY_EMAIL_PASSCODE_LIFE", "40"),
              Map.entry("REKEY_RESET_TOKEN_LIFE", "50"),
              Map.entry("REKEY_RATE_PER_SOURCE", "6")));
  private final Calls calls = new Calls(deployment);

  @AfterAll
  void end() {
    deployment.close();
  }

  private void later(int seconds) {
    deployment.clock().forward(Duration.ofSeconds(seconds));
  }

  private String token(Scene person) {
    later(61);
    assertThat(Calls.status(calls.send(person, CLIENT))).isEqualTo(200);
    return Calls.token(calls.verify(person, CLIENT, calls.code(person)));
  }

  private JsonNode reset(String token, String password) {
    return deployment.call(
        "reset-password", CLIENT, Map.of("passwordResetToken", token, "password", password));
  }

  @Test
  void r24_thePasswordIsAsLongAsTheSettingWants() {
    String token = token(calls.known());
    assertThat(reset(token, "fourteen signs").path("apiCode").asInt()).isEqualTo(2029);
    assertThat(Calls.status(reset(token, "fifteen signs !"))).isEqualTo(200);
  }

  @Test
  void r31_thePasswordIsHashedAsTheSettingsWant() {
    var person = calls.known();
    var account = person.account().id();
    reset(token(person), "fifteen signs !");
    var hash = deployment.stores().stored(account).flatMap(StoredAccount::password).orElseThrow();
    assertThat(hash.phc().split("\\$", -1)[3]).isEqualTo("m=12288,t=3,p=2");
  }

  @Test
  void keysAreReadAgainAtTheAgeOfTheSetting() {
    later(61);
    calls.send(calls.unknown(), CLIENT);
    int read = deployment.keysRead();
    later(29);
    calls.send(calls.unknown(), CLIENT);
    assertThat(deployment.keysRead()).as("young").isEqualTo(read);
    later(2);
    calls.send(calls.unknown(), CLIENT);
    assertThat(deployment.keysRead()).as("old").isEqualTo(read + 1);
  }

  @Test
  void sendsWaitAndEndAsTheSettingsWant() {
    var person = calls.known();
    later(61);
    assertThat(Calls.status(calls.send(person, CLIENT))).isEqualTo(200);
    later(89);
    assertThat(calls.send(person, CLIENT).path("apiCode").asInt()).isEqualTo(2080);
    later(2);
    String first = calls.code(person);
    assertThat(Calls.status(calls.send(person, CLIENT))).isEqualTo(200);
    String second = calls.code(person);
    later(91);
    assertThat(Calls.status(calls.send(person, CLIENT))).isEqualTo(200);
    assertThat(calls.code(person)).as("a third of one source").isEqualTo(second);
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void triesEndAsTheSettingsWant() {
    var person = calls.known();
    later(61);
    calls.send(person, CLIENT);
    String code = calls.code(person);
    calls.verify(person, "203.0.113.20", Calls.other(code));
    assertThat(Calls.token(calls.verify(person, "203.0.113.20", code))).as("a second").isEmpty();
    calls.verify(person, "203.0.113.21", Calls.other(code));
    assertThat(Calls.token(calls.verify(person, "203.0.113.22", code)))
        .as("a third stranger")
        .isEmpty();
    assertThat(Calls.token(calls.verify(person, CLIENT, code))).as("who asked").isNotEmpty();
  }

  @Test
  void aPasscodeLivesAsLongAsTheSettingSays() {
    var person = calls.known();
    later(61);
    calls.send(person, CLIENT);
    later(41);
    assertThat(calls.verify(person, CLIENT, calls.code(person)).path("apiCode").asInt())
        .isEqualTo(2300);
  }

  @Test
  void aTokenLivesAsLongAsTheSettingSays() {
    String token = token(calls.known());
    later(51);
    assertThat(Calls.status(reset(token, "fifteen signs !"))).isEqualTo(499);
  }

  @Test
  void theRateOfASourceIsThatOfTheSetting() {
    later(61);
    for (int i = 0; i < 6; i++) {
      assertThat(Calls.status(calls.send(calls.unknown(), "203.0.113.30"))).isEqualTo(200);
    }
    assertThat(Calls.status(calls.send(calls.unknown(), "203.0.113.30"))).isEqualTo(429);
  }

  @Test
  void r37_theAnswerSaysThatTheSecondFactorIsDue() {
    assertThat(dataOfAReset(calls.known(), true))
        .isEqualTo("{\"success\":true,\"secondFactorDue\":true}");
    assertThat(dataOfAReset(calls.known(), false)).isEqualTo("{\"success\":true}");
  }

  private String dataOfAReset(Scene person, boolean mfa) {
    var account = person.account();
    deployment
        .stores()
        .put(
            new StoredAccount(
                account.id(),
                true,
                mfa,
                account.username(),
                account.email(),
                account.phone(),
                account.language(),
                account.password(),
                account.changedAt(),
                account.epoch(),
                account.compromisedAt()));
    return reset(token(person), "fifteen signs !").path("data").toString();
  }
}
