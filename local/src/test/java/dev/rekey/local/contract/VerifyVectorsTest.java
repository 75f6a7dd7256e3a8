package dev.rekey.local.contract;

import static dev.rekey.local.outside.Api.VERIFY;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Passcodes;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import dev.rekey.local.outside.Together;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRunner.class)
class VerifyVectorsTest {
  private final Api api;
  private final LocalSide local;
  private final Person person;

  VerifyVectorsTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
    person = local.person();
  }

  @Test
  void vector21_exchangesAPasscodeForATokenWhateverTheCase() {
    var passcode = mailed();

    assertToken(api.verifyEmail(person.email().toUpperCase(Locale.ROOT), passcode));
  }

  @Test
  void vector22_exchangesAPasscodeOnce() {
    var passcode = mailed();
    assertToken(api.verifyEmail(person.email(), passcode));

    assertRefused(api.verifyEmail(person.email(), passcode), 499, 2001);
  }

  @Test
  void vector23_refusesAWrongPasscode() {
    assertRefused(api.verifyEmail(person.email(), Passcodes.wrong(mailed())), 499, 2001);
  }

  @Test
  void vector24_refusesTheRightPasscodeWhenNoAttemptIsLeft() {
    var passcode = mailed();
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertRefused(api.verifyEmail(person.email(), Passcodes.wrong(passcode)), 499, 2001);
    }

    assertRefused(api.verifyEmail(person.email(), passcode), 499, 2001);
  }

  @Test
  void vector24_takesTheRightPasscodeAtTheLastAttempt() {
    var passcode = mailed();
    for (int attempt = 1; attempt <= 4; attempt++) {
      api.verifyEmail(person.email(), Passcodes.wrong(passcode));
    }

    assertToken(api.verifyEmail(person.email(), passcode));
  }

  @Test
  void vectors22To24_lookTheSame() {
    var passcode = mailed();
    var wrong = api.verifyEmail(person.email(), Passcodes.wrong(passcode)).bytes();
    assertToken(api.verifyEmail(person.email(), passcode));
    var consumed = api.verifyEmail(person.email(), passcode).bytes();
    for (int attempt = 3; attempt <= 5; attempt++) {
      api.verifyEmail(person.email(), passcode);
    }
    var exhausted = api.verifyEmail(person.email(), passcode).bytes();
    var neverIssued = api.verifyEmail(Person.stranger().email(), passcode).bytes();

    assertThat(wrong).isEqualTo(consumed).isEqualTo(exhausted).isEqualTo(neverIssued);
  }

  @Test
  void vector25_saysThatAMailedPasscodeExpiredToWhoKnowsIt() {
    var passcode = mailed();
    local.advance(Duration.ofMinutes(5));

    assertRefused(api.verifyEmail(person.email(), Passcodes.wrong(passcode)), 499, 2001);
    assertRefused(api.verifyEmail(person.email(), passcode), 499, 2300);
  }

  @Test
  void vector25_takesAMailedPasscodeUntilThen() {
    var passcode = mailed();
    local.advance(Duration.ofSeconds(290));

    assertToken(api.verifyEmail(person.email(), passcode));
  }

  @Test
  void vector26_saysThatATextedPasscodeExpiredToWhoKnowsIt() {
    var passcode = texted();
    local.advance(Duration.ofMinutes(1));

    assertRefused(api.verifySms(person.national(), Passcodes.wrong(passcode)), 499, 2001);
    assertRefused(api.verifySms(person.national(), passcode), 499, 2300);
  }

  @Test
  void vector26_takesATextedPasscodeUntilThen() {
    var passcode = texted();
    local.advance(Duration.ofSeconds(50));

    assertToken(api.verifySms(person.national(), passcode));
  }

  @Test
  void vector27_issuesNothingOnAnotherChannel() {
    api.post(Api.SEND_EMAIL, Map.of("email", person.email(), "channel", "CHANNEL_LOGIN"));

    assertRefused(api.verifyEmail(person.email(), "123456"), 499, 2001);
    assertThat(local.messages(person.email())).isEmpty();
  }

  @Test
  void vector28_takesNullForAbsent() {
    var payload = new HashMap<String, Object>();
    payload.put("phoneNumber", person.national());
    payload.put("passCode", texted());
    payload.put("phoneCountryCode", null);
    var body = Map.of("verifyMethod", "PHONE_PASSCODE", "phonePassCodePayload", payload);

    assertToken(api.post(VERIFY, body));
  }

  @Test
  void vector29_ignoresThePayloadThatWasNotChosen() {
    var body = new HashMap<String, Object>(Api.verifyEmailBody(person.email(), mailed()));
    body.put("phonePassCodePayload", Map.of("phoneNumber", "", "passCode", ""));

    assertToken(api.post(VERIFY, body));
  }

  @Test
  void vector30_refusesAMissingPayload() {
    assertRefused(api.post(VERIFY, Map.of("verifyMethod", "EMAIL_PASSCODE")), 400, 2231);
  }

  @Test
  void vector31_refusesAMissingEmail() {
    var payload = Map.of("passCode", "123456");

    assertRefused(
        api.post(VERIFY, Map.of("verifyMethod", "EMAIL_PASSCODE", "emailPassCodePayload", payload)),
        400,
        2231);
  }

  @Test
  void vector32_refusesAnUnknownMethod() {
    assertRefused(api.post(VERIFY, Map.of("verifyMethod", "MAGIC")), 400);
  }

  @Test
  void vector33_takesANumberForItsDigits() {
    var passcode = mailedWithoutLeadingZero();
    var payload = Map.of("email", person.email(), "passCode", Integer.parseInt(passcode));
    var body = Map.of("verifyMethod", "EMAIL_PASSCODE", "emailPassCodePayload", payload);

    assertToken(api.post(VERIFY, body));
  }

  @Test
  void vector58_givesOneTokenToFiftyAtOnce() {
    var passcode = mailed();

    var answers = Together.call(50, () -> api.verifyEmail(person.email(), passcode));

    assertThat(answers).hasSize(50);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
    answers.stream()
        .filter(answer -> answer.statusCode() != 200)
        .forEach(answer -> assertRefused(answer, 499, 2001));
  }

  private String mailed() {
    api.sendEmail(person.email());
    return local.passcode(person.email());
  }

  private String texted() {
    api.sendSms(person.national());
    return local.passcode(person.phone());
  }

  /** A JSON number has none; one passcode in ten has. */
  private String mailedWithoutLeadingZero() {
    var passcode = mailed();
    for (int sent = 2; passcode.startsWith("0"); sent++) {
      local.advance(Duration.ofMinutes(1));
      local.forgetLimits();
      api.sendEmail(person.email());
      passcode = local.await(person.email(), sent).getLast().passcode();
    }
    return passcode;
  }
}
