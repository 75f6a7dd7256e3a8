package dev.rekey.local.aws;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static dev.rekey.local.outside.Person.OLD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.LocalValues;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Passcodes;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.Sent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the runner does over any stack that is not embedded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunnerOverAnEmulator {
  private static final String NEW_PASSWORD = "seven green bicycles";
  private static final Duration DELIVERY = Duration.ofSeconds(60);

  private final Emulator emulator;
  private final RunnerUnderTest runner;
  private final Api api;
  private final LocalSide local;

  RunnerOverAnEmulator(Emulator emulator) {
    this.emulator = emulator;
    runner = RunnerUnderTest.start(withPartsOfItsOwn());
    api = runner.api();
    local = runner.local();
  }

  @AfterAll
  void stop() {
    runner.close();
    emulator.close();
  }

  @Test
  void resetsAPasswordByEmail() {
    var person = local.person();
    assertOk(api.sendEmail(person.email()));
    var passcode = passcode(person.email());
    assertThat(api.preCheckEmail(person.email(), Passcodes.wrong(passcode)).body())
        .contains("\"isValid\":false");
    assertThat(api.preCheckEmail(person.email(), passcode).body()).contains("\"isValid\":true");
    var token = assertToken(api.verifyEmail(person.email(), passcode));

    assertDone(api.reset(token, NEW_PASSWORD));

    assertThat(local.signsIn(person.email(), NEW_PASSWORD)).isTrue();
    assertThat(local.signsIn(person.email(), OLD_PASSWORD)).isFalse();
    assertThat(api.reset(token, "another green bicycle").statusCode()).isNotEqualTo(200);
    assertNotice(await(person.email(), 2).getLast());
    assertNotice(await(person.phone(), 1).getLast());
  }

  @Test
  void resetsAPasswordBySms() {
    var person = local.person();
    assertOk(api.sendSms(person.national()));
    var token = assertToken(api.verifySms(person.national(), passcode(person.phone())));

    assertDone(api.reset(token, NEW_PASSWORD));

    assertThat(local.signsIn(person.phone(), NEW_PASSWORD)).isTrue();
    assertNotice(await(person.phone(), 2).getLast());
  }

  @Test
  void sendsNothingToAStranger() {
    var stranger = Person.stranger();
    var person = local.person();
    assertOk(api.sendEmail(stranger.email()));
    assertOk(api.sendEmail(person.email()));

    await(person.email(), 1);

    assertThat(emulator.sent(stranger.email())).isEmpty();
  }

  @Test
  void knowsTheDemoAccount() {
    assertThat(local.signsIn(LocalValues.ADA_EMAIL, LocalValues.ADA_PASSWORD)).isTrue();
  }

  @Test
  void keepsNoMessagesItselfAndBreaksNothing() {
    for (var route : List.of("GET messages", "DELETE messages", "GET outbox", "PUT faults")) {
      var call = route.split(" ", 2);
      var answer = local.call(call[0], call[1], Map.of());
      assertThat(answer.status()).as(route).isEqualTo(404);
      assertThat(answer.body().strip().lines()).as(route).hasSize(1);
    }
  }

  @Test
  void makesNothingUnasked() {
    var settings = withPartsOfItsOwn();
    settings.remove("REKEY_CREATE");

    assertThat(lineOfFailure(settings))
        .contains(settings.get("REKEY_RESETS_TABLE"), "is not there", "REKEY_CREATE");
  }

  @Test
  void goesOnWithWhatAnEarlierOneLeftAndSendsNothingTwice() {
    var settings = withPartsOfItsOwn();
    var person = Person.stranger();
    try (var first = RunnerUnderTest.start(settings)) {
      first.local().put(person, person.account());
      first.api().sendEmail(person.email());
      var token = assertToken(first.api().verifyEmail(person.email(), passcode(person.email())));
      assertDone(first.api().reset(token, NEW_PASSWORD));
      await(person.email(), 2);
    }
    settings.remove("REKEY_CREATE");
    try (var second = RunnerUnderTest.start(settings)) {
      assertThat(second.local().signsIn(person.email(), NEW_PASSWORD)).isTrue();
      var other = second.local().person();
      second.api().sendEmail(other.email());
      await(other.email(), 1);
    }
    assertThat(emulator.sent(person.email())).hasSize(2);
  }

  @Test
  void makesNoKeysBesideItemsOfOthers() {
    var settings = withPartsOfItsOwn();
    RunnerUnderTest.start(settings).close();
    settings.put("REKEY_KEYS_SECRET", "another/" + UUID.randomUUID());

    assertThat(lineOfFailure(settings)).contains("holds items", settings.get("REKEY_KEYS_SECRET"));
  }

  private String lineOfFailure(Map<String, String> settings) {
    var ended = RunnerUnderTest.startInVain(settings);
    assertThat(ended.exit()).as("%s", ended.lines()).isEqualTo(1);
    assertThat(ended.lines()).hasSize(1);
    return ended.lines().getFirst();
  }

  private Map<String, String> withPartsOfItsOwn() {
    var settings = new HashMap<>(emulator.variables());
    var id = UUID.randomUUID().toString();
    settings.put("REKEY_RESETS_TABLE", "Resets-" + id);
    settings.put("REKEY_ACCOUNTS_TABLE", "Accounts-" + id);
    settings.put("REKEY_KEYS_SECRET", "rekey/" + id);
    return settings;
  }

  private String passcode(String to) {
    return await(to, 1).getFirst().passcode();
  }

  private List<Sent> await(String to, int count) {
    return Web.await(
        "%s messages".formatted(count),
        DELIVERY,
        () -> Optional.of(emulator.sent(to)).filter(sent -> sent.size() >= count));
  }

  private static void assertNotice(Sent message) {
    assertThat(message.hasPasscode()).isFalse();
  }
}
