package dev.rekey.local.contract;

import static dev.rekey.local.outside.Api.RESET;
import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static dev.rekey.local.outside.Person.OLD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import dev.rekey.local.outside.Together;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRunner.class)
class ResetPasswordVectorsTest {
  private static final String NEW_PASSWORD = "N3w-passw0rd";

  private final Api api;
  private final LocalSide local;
  private final Person person;
  private final String token;

  ResetPasswordVectorsTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
    person = local.person();
    api.sendEmail(person.email());
    token = assertToken(api.verifyEmail(person.email(), local.passcode(person.email())));
  }

  @Test
  void vector34_setsThePassword() {
    assertDone(api.reset(token, NEW_PASSWORD));

    assertThat(local.signsIn(person.email(), NEW_PASSWORD)).isTrue();
    assertThat(local.signsIn(person.email(), OLD_PASSWORD)).isFalse();
  }

  @Test
  void vector35_takesATokenOnce() {
    assertDone(api.reset(token, NEW_PASSWORD));

    assertRefused(api.reset(token, "another new password"), 499);
    assertThat(local.signsIn(person.email(), NEW_PASSWORD)).isTrue();
  }

  @Test
  void vector36_refusesAnExpiredToken() {
    local.advance(Duration.ofMinutes(5));

    assertRefused(api.reset(token, NEW_PASSWORD), 499);
    assertOldPassword();
  }

  @Test
  void vector36_takesATokenUntilThen() {
    local.advance(Duration.ofSeconds(290));

    assertDone(api.reset(token, NEW_PASSWORD));
  }

  @Test
  void vector37_refusesGarbageForAToken() {
    assertRefused(api.reset("garbage", NEW_PASSWORD), 499);
    assertRefused(api.reset("", NEW_PASSWORD), 400, 2231);
    assertRefused(api.reset("x".repeat(10_000), NEW_PASSWORD), 499);
    assertOldPassword();
  }

  @Test
  void vectors35To37_lookTheSame() {
    var garbage = api.reset("garbage", NEW_PASSWORD).bytes();
    assertDone(api.reset(token, NEW_PASSWORD));
    var used = api.reset(token, NEW_PASSWORD).bytes();
    local.advance(Duration.ofMinutes(5));
    var expired = api.reset(token, NEW_PASSWORD).bytes();

    assertThat(garbage).isEqualTo(used).isEqualTo(expired);
  }

  @Test
  void vector38_takesNoneForNoEncryption() {
    var body =
        Map.of(
            "passwordResetToken", token, "password", NEW_PASSWORD, "passwordEncryptType", "none");

    assertDone(api.post(RESET, body));
    assertThat(local.signsIn(person.email(), NEW_PASSWORD)).isTrue();
  }

  @Test
  void vector47_refusesAShortPasswordAndKeepsTheToken() {
    assertRefused(api.reset(token, "12345"), 499, 2029);
    assertOldPassword();

    assertDone(api.reset(token, NEW_PASSWORD));
  }

  @Test
  void vector48_refusesAWeakPasswordAndKeepsTheToken() {
    assertRefused(api.reset(token, "password123"), 499, 2061);
    assertRefused(api.reset(token, person.email()), 499, 2061);
    assertOldPassword();

    assertDone(api.reset(token, NEW_PASSWORD));
  }

  @Test
  void vector48_tellsWhyTenTimesAtMost() {
    for (int refused = 1; refused <= 10; refused++) {
      assertRefused(api.reset(token, "12345"), 499, 2029);
    }

    assertRefused(api.reset(token, "12345"), 499);
    assertOldPassword();
  }

  @Test
  void vector59_setsOnePasswordForFiftyAtOnce() {
    var answers = Together.call(50, () -> api.reset(token, NEW_PASSWORD));

    assertThat(answers).hasSize(50);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
    answers.stream()
        .filter(answer -> answer.statusCode() != 200)
        .forEach(answer -> assertRefused(answer, 499));
    assertThat(local.signsIn(person.email(), NEW_PASSWORD)).isTrue();
  }

  private void assertOldPassword() {
    assertThat(local.signsIn(person.email(), OLD_PASSWORD)).isTrue();
    assertThat(local.signsIn(person.email(), NEW_PASSWORD)).isFalse();
  }
}
