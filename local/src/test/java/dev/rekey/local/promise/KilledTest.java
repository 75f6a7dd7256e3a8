package dev.rekey.local.promise;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static dev.rekey.local.outside.Person.OLD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Passcodes;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runner with a data folder is killed between each two steps of a reset; nothing is lost. */
class KilledTest {
  private static final String NEW_PASSWORD = "seven green bicycles";

  @TempDir Path folder;
  private RunnerUnderTest runner;
  private Api api;
  private LocalSide local;

  @BeforeEach
  void start() {
    runner = RunnerUnderTest.start(Map.of("REKEY_DATA", folder.toString()));
    api = runner.api();
    local = runner.local();
  }

  @AfterEach
  void stop() {
    runner.kill();
  }

  /** SIGKILL, and a new life on the same folder. */
  private void kill() {
    runner.kill();
    start();
  }

  @Test
  void losesNothingWhereverItIsKilled() {
    var person = local.person();
    var guessed = local.person();
    var keys = api.get("/api/v3/system").json();
    var stored = local.account(person);
    assertOk(api.sendEmail(guessed.email()));
    var passcodeOfGuessed = local.passcode(guessed.email());
    guessWrong(guessed, passcodeOfGuessed, 3);
    var before = local.advance(Duration.ofDays(2));

    assertOk(api.sendEmail(person.email()));
    kill(); // right after the answer: the message comes in the next life

    var passcode = local.passcode(person.email());
    assertThat(api.get("/api/v3/system").json()).isEqualTo(keys);
    assertThat(local.account(person)).isEqualTo(stored);
    assertThat(local.advance(Duration.ZERO)).isAfterOrEqualTo(before);
    assertRefused(api.sendEmail(person.email()), 499, 2080);

    kill(); // after the delivery
    assertThat(passcodes(person)).isNotEmpty().containsOnly(passcode);
    var token = assertToken(api.verifyEmail(person.email(), passcode));

    kill(); // after the exchange
    assertRefused(api.verifyEmail(person.email(), passcode), 499, 2001);
    assertThat(local.signsIn(person.email(), OLD_PASSWORD)).isTrue();
    assertDone(api.reset(token, NEW_PASSWORD));

    kill(); // after the reset: both notices come
    assertThat(local.signsIn(person.email(), NEW_PASSWORD)).isTrue();
    assertThat(local.signsIn(person.email(), OLD_PASSWORD)).isFalse();
    assertRefused(api.reset(token, "another new password"), 499);
    assertThat(local.await(person.phone(), 1).getFirst().hasPasscode()).isFalse();
    local.await(person.email(), passcodes(person).size() + 1);

    guessWrong(guessed, passcodeOfGuessed, 2);
    assertRefused(api.verifyEmail(guessed.email(), passcodeOfGuessed), 499, 2001);
  }

  private void guessWrong(Person person, String passcode, int times) {
    for (int guess = 0; guess < times; guess++) {
      assertRefused(api.verifyEmail(person.email(), Passcodes.wrong(passcode)), 499, 2001);
    }
  }

  /** A message that was on its way when the runner died may come twice, but always the same. */
  private List<String> passcodes(Person person) {
    return local.messages(person.email()).stream()
        .filter(Sent::hasPasscode)
        .map(Sent::passcode)
        .toList();
  }
}
