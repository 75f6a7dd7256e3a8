package dev.rekey.local.contract;

import static dev.rekey.local.outside.Api.PRE_CHECK;
import static dev.rekey.local.outside.Api.RESET;
import static dev.rekey.local.outside.Api.SEND_SMS;
import static dev.rekey.local.outside.Api.VERIFY;
import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertOkData;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.Ciphertexts;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as only some clients make them (contract section 2.4), where no vector shows them. */
@ExtendWith(SharedRunner.class)
class ClientFormsTest {
  private final Api api;
  private final LocalSide local;
  private final Person person;

  ClientFormsTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
    person = local.person();
  }

  @Test
  void goPreChecksByEmailWithABlankPayloadForSms() {
    var body = new HashMap<String, Object>(Api.preCheckEmailBody(person.email(), mailed()));
    body.put("smsCodePayload", Map.of("phone", "", "passCode", "", "channel", ""));

    assertValid(api.post(PRE_CHECK, body));
  }

  @Test
  void goPreChecksBySmsWithABlankPayloadForEmail() {
    var body = new HashMap<String, Object>(Api.preCheckSmsBody(person.national(), texted()));
    body.put("emailCodePayload", Map.of("email", "", "passCode", "", "channel", ""));

    assertValid(api.post(PRE_CHECK, body));
  }

  @Test
  void oldGoVerifiesBySmsWithABlankPayloadForEmail() {
    var body = new HashMap<String, Object>(Api.verifySmsBody(person.national(), texted()));
    body.put("emailPassCodePayload", Map.of("email", "", "passCode", ""));

    assertToken(api.post(VERIFY, body));
  }

  @Test
  void pythonEscapesWhatIsNoAscii() {
    assertDone(resetTo("\\u5bc6\\u7801 of \\ud83d\\udd11 keys"));

    assertThat(local.signsIn(person.email(), "密码 of 🔑 keys")).isTrue();
  }

  @Test
  void phpSendsUtf8AndEscapesSlashes() {
    assertDone(resetTo("密码 of\\/for 🔑 keys"));

    assertThat(local.signsIn(person.email(), "密码 of/for 🔑 keys")).isTrue();
  }

  @Test
  void nullForTheEncryptionIsNone() {
    var body =
        "{\"passwordResetToken\":\"%s\",\"password\":\"%s\",\"passwordEncryptType\":null}"
            .formatted(token(), Scene.NEW_PASSWORD);

    assertDone(api.post(RESET, body));
  }

  /** Its enums have no null: a method that was never set is the first one. */
  @Test
  void csharpVerifiesByEmailWhereNoMethodWasSet() {
    var body = new HashMap<String, Object>(Api.verifySmsBody(person.national(), texted()));
    body.put("verifyMethod", "EMAIL_PASSCODE");

    assertRefused(api.post(VERIFY, body), 400, 2231);
  }

  /** Android encrypts and does not say so; then the ciphertext is the password. */
  @Test
  void withoutATypeOfEncryptionThePasswordIsWhatWasSent() throws Exception {
    var ciphertext = Ciphertexts.of(api).sm2OfAndroid(Scene.NEW_PASSWORD);

    assertDone(api.reset(token(), ciphertext));

    assertThat(local.signsIn(person.email(), ciphertext)).isTrue();
    assertThat(local.signsIn(person.email(), Scene.NEW_PASSWORD)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SM2", "Sm2"})
  void theTypeOfEncryptionIsReadInAnyCase(String type) throws Exception {
    var ciphertext = Ciphertexts.of(api).sm2OfIos(Scene.NEW_PASSWORD);
    var body =
        Map.of("passwordResetToken", token(), "password", ciphertext, "passwordEncryptType", type);

    assertDone(api.post(RESET, body));

    assertThat(local.signsIn(person.email(), Scene.NEW_PASSWORD)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+86", "86", "", " +86 "})
  void androidSendsACountryCodeWithEveryNumber(String code) {
    assertOk(sendSms(person.national(), code));

    assertThat(local.passcode(person.phone())).matches("[0-9]{6}");
  }

  @Test
  void androidSendsTheCodeWithinTheNumber() {
    assertOk(sendSms(person.phone(), "+86"));

    assertThat(local.passcode(person.phone())).matches("[0-9]{6}");
  }

  @Test
  void androidSendsANumberWithTheCodeOfAnotherCountry() {
    assertRefused(sendSms(person.national(), "+1"), 400, 2028);
  }

  @Test
  void androidSendsACodeWithoutANumber() {
    assertRefused(sendSms("", "+86"), 400, 2231);
  }

  private Answer sendSms(String number, String code) {
    var body =
        Map.of("phoneNumber", number, "phoneCountryCode", code, "channel", Api.RESET_CHANNEL);
    return api.post(SEND_SMS, body);
  }

  /** Resets to a password that is spelt so in JSON. */
  private Answer resetTo(String password) {
    var body = "{\"passwordResetToken\":\"%s\",\"password\":\"%s\"}".formatted(token(), password);
    return api.post(RESET, body);
  }

  private String mailed() {
    api.sendEmail(person.email());
    return local.passcode(person.email());
  }

  private String texted() {
    api.sendSms(person.national());
    return local.passcode(person.phone());
  }

  private String token() {
    return assertToken(api.verifyEmail(person.email(), mailed()));
  }

  private static void assertValid(Answer answer) {
    var data = assertOkData(answer, "isValid", "message");
    assertThat(data.path("isValid").booleanValue()).isTrue();
  }
}
