package dev.rekey.local.contract;

import static dev.rekey.local.outside.Envelopes.assertOkData;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Passcodes;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRunner.class)
class PreCheckVectorsTest {
  private final Api api;
  private final LocalSide local;
  private final Person person;

  PreCheckVectorsTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
    person = local.person();
  }

  @Test
  void vector18_saysThatAMailedPasscodeIsRightAndConsumesNothing() {
    api.sendEmail(person.email());
    var passcode = local.passcode(person.email());

    assertValid(api.preCheckEmail(person.email(), passcode), true);
    assertToken(api.verifyEmail(person.email(), passcode));
  }

  @Test
  void vector19_saysThatAPasscodeIsWrong() {
    api.sendEmail(person.email());
    var wrong = Passcodes.wrong(local.passcode(person.email()));

    assertValid(api.preCheckEmail(person.email(), wrong), false);
  }

  @Test
  void vector20_readsTheNumberFromPhone() {
    api.sendSms(person.national());
    var passcode = local.passcode(person.phone());

    assertValid(api.preCheckSms(person.national(), passcode), true);
    assertToken(api.verifySms(person.national(), passcode));
  }

  private static void assertValid(Answer answer, boolean valid) {
    var data = assertOkData(answer, "isValid", "message");
    assertThat(data.path("isValid").isBoolean()).isTrue();
    assertThat(data.path("isValid").booleanValue()).isEqualTo(valid);
    assertThat(data.path("message").asString()).isNotBlank();
  }
}
