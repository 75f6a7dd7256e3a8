package dev.rekey.local.promise;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static dev.rekey.local.outside.Person.OLD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.Sent;
import dev.rekey.local.outside.SharedRunner;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRunner.class)
class WholeResetTest {
  private static final String NEW_PASSWORD = "seven green bicycles";

  private final RunnerUnderTest runner;
  private final Api api;
  private final LocalSide local;
  private final Person person;

  WholeResetTest(RunnerUnderTest runner) {
    this.runner = runner;
    api = runner.api();
    local = runner.local();
    person = local.person();
  }

  @Test
  void resetsAPasswordByEmail() {
    assertOk(api.sendEmail(person.email()));
    var passcode = local.passcode(person.email());
    var token = assertToken(api.verifyEmail(person.email(), passcode));

    assertDone(api.reset(token, NEW_PASSWORD));

    assertNewPassword();
    assertNotice(local.await(person.email(), 2).getLast(), "EMAIL");
    assertNotice(local.await(person.phone(), 1).getLast(), "SMS");
  }

  @Test
  void resetsAPasswordBySms() {
    assertOk(api.sendSms(person.national()));
    var passcode = local.passcode(person.phone());
    var token = assertToken(api.verifySms(person.national(), passcode));

    assertDone(api.reset(token, NEW_PASSWORD));

    assertNewPassword();
    assertNotice(local.await(person.phone(), 2).getLast(), "SMS");
    assertNotice(local.await(person.email(), 1).getLast(), "EMAIL");
  }

  @Test
  void tellsNoAddressThatIsNotConfirmed() {
    var account = person.account();
    account.put("phoneVerified", false);
    local.put(person, account);
    api.sendEmail(person.email());
    var token = assertToken(api.verifyEmail(person.email(), local.passcode(person.email())));

    assertDone(api.reset(token, NEW_PASSWORD));

    local.await(person.email(), 2);
    assertThat(local.messages(person.phone())).isEmpty();
  }

  @Test
  void aResetKillsTheTokenOfTheOtherWay() {
    api.sendEmail(person.email());
    api.sendSms(person.national());
    var byMail = assertToken(api.verifyEmail(person.email(), local.passcode(person.email())));
    var bySms = assertToken(api.verifySms(person.national(), local.passcode(person.phone())));
    assertDone(api.reset(byMail, NEW_PASSWORD));

    assertRefused(api.reset(bySms, "another new password"), 499);
    assertNewPassword();
  }

  @Test
  void deliversInTheOrderOfTheSends() {
    api.sendEmail(person.email());
    local.await(person.email(), 1);
    local.advance(Duration.ofMinutes(1));
    api.sendEmail(person.email());
    local.await(person.email(), 2);
    local.advance(Duration.ofMinutes(1));
    api.sendEmail(person.email());

    var last = local.await(person.email(), 3).getLast().passcode();
    assertToken(api.verifyEmail(person.email(), last));
  }

  @Test
  void theFifthSendOfADayIsSilence() {
    local.forgetLimits();
    var fourth = "";
    for (int send = 1; send <= 4; send++) {
      fourth = api.sendEmail(person.email()).bytes();
      local.await(person.email(), send);
      local.advance(Duration.ofMinutes(1));
    }

    var fifth = api.sendEmail(person.email()).bytes();

    assertThat(fifth).isEqualTo(fourth);
    assertDeliveryIsOver();
    assertThat(local.messages(person.email())).hasSize(4);
    local.forgetLimits();
    local.advance(Duration.ofMinutes(1));
    assertOk(api.sendEmail(person.email()));
    local.await(person.email(), 5);
  }

  @Test
  void r18_r46_invariant8_printsNoSecretAndNoWholeAddress() {
    api.sendEmail(person.email());
    var passcode = local.passcode(person.email());
    var token = assertToken(api.verifyEmail(person.email(), passcode));
    assertDone(api.reset(token, "a secret that nobody logs"));
    assertNotice(local.await(person.email(), 2).getLast(), "EMAIL");

    assertThat(runner.output())
        .contains("authn_password_change")
        .doesNotContain(token, "a secret that nobody logs", person.email(), person.phone());
    assertThat(runner.output()).doesNotContainPattern("\\b" + passcode + "\\b");
  }

  /** Another person's mail has come, and the outbox is worked in order. */
  private void assertDeliveryIsOver() {
    var other = local.person();
    api.sendEmail(other.email());
    local.await(other.email(), 1);
  }

  private void assertNewPassword() {
    for (var name : List.of(person.email(), person.phone())) {
      assertThat(local.signsIn(name, NEW_PASSWORD)).isTrue();
      assertThat(local.signsIn(name, OLD_PASSWORD)).isFalse();
    }
  }

  private static void assertNotice(Sent sent, String channel) {
    assertThat(sent.channel()).isEqualTo(channel);
    assertThat(sent.hasPasscode()).isFalse();
    assertThat(sent.text()).isNotBlank();
  }
}
