package dev.rekey.local.badinput;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertOkData;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fields of the wrong type, null or empty (contract section 9): a whole number is its digits, null
 * is absent, only the payload that is used counts, a published word is read in any case.
 */
@ExtendWith(SharedRunner.class)
class OddTypesTest {
  private final Api api;
  private final LocalSide local;
  private final Person person;

  OddTypesTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
    person = local.person();
  }

  @Test
  void readsNumbersAsTheirDigits() {
    assertOk(
        send(
            Api.SEND_SMS,
            "{'channel':'CHANNEL_RESET_PASSWORD','phoneNumber':%s,'phoneCountryCode':86}"
                .formatted(person.national())));
    var passcode = local.passcode(person.phone());
    var number = passcode.startsWith("0") ? "'" + passcode + "'" : passcode; // JSON knows no 0123

    assertToken(
        send(
            Api.VERIFY,
            ("{'verifyMethod':'PHONE_PASSCODE','phonePassCodePayload':"
                    + "{'phoneNumber':%s,'phoneCountryCode':86,'passCode':%s}}")
                .formatted(person.national(), number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "123456", "-1", "99999999999999999999999999999999999999999"})
  void aNumberThatIsNotTheCodeIsAWrongOne(String number) {
    assertRefused(
        send(
            Api.VERIFY,
            "{'verifyMethod':'EMAIL_PASSCODE','emailPassCodePayload':{'email':'%s','passCode':%s}}"
                .formatted(person.email(), number)),
        499,
        2001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456.0", "1.5", "1e2", "true", "false", "[]", "['123456']", "{}"})
  void refusesWhatHasNoDigits(String passcode) {
    assertRefused(
        send(
            Api.VERIFY,
            "{'verifyMethod':'EMAIL_PASSCODE','emailPassCodePayload':{'email':'%s','passCode':%s}}"
                .formatted(person.email(), passcode)),
        400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "send-email | {'channel':'CHANNEL_RESET_PASSWORD','email':null}",
        "send-email | {'channel':'CHANNEL_RESET_PASSWORD','email':''}",
        "send-email | {'channel':'CHANNEL_RESET_PASSWORD'}",
        "send-email | {'channel':null,'email':'a@example.com'}",
        "send-email | {'channel':'','email':'a@example.com'}",
        "send-email | {'email':'a@example.com'}",
        "send-email | {}",
        "send-sms | {'channel':'CHANNEL_RESET_PASSWORD','phoneNumber':null}",
        "send-sms | {'channel':'CHANNEL_RESET_PASSWORD','phoneNumber':''}",
        "send-sms | {'phoneNumber':'13800138000'}",
        "send-sms | {}",
        "pre-check-code | {}",
        "pre-check-code | {'codeType':null}",
        "pre-check-code | {'codeType':'EMAIL'}",
        "pre-check-code | {'codeType':'EMAIL','emailCodePayload':null}",
        "pre-check-code | {'codeType':'EMAIL','emailCodePayload':{}}",
        "pre-check-code | {'codeType':'EMAIL','smsCodePayload':{'phone':'13800138000'}}",
        "pre-check-code | {'codeType':'SMS','smsCodePayload':{'phoneNumber':'13800138000'}}",
        "verify-reset-password-request | {}",
        "verify-reset-password-request | {'verifyMethod':null}",
        "verify-reset-password-request | {'verifyMethod':'EMAIL_PASSCODE'}",
        "verify-reset-password-request |"
            + " {'verifyMethod':'EMAIL_PASSCODE','emailPassCodePayload':null}",
        "verify-reset-password-request |"
            + " {'verifyMethod':'EMAIL_PASSCODE','emailPassCodePayload':{}}",
        "verify-reset-password-request |"
            + " {'verifyMethod':'EMAIL_PASSCODE','emailPassCodePayload':{'email':null,'passCode':'123456'}}",
        "verify-reset-password-request |"
            + " {'verifyMethod':'EMAIL_PASSCODE','emailPassCodePayload':{'email':'a@example.com','passCode':null}}",
        "verify-reset-password-request |"
            + " {'verifyMethod':'PHONE_PASSCODE','emailPassCodePayload':{'email':'a@example.com','passCode':'123456'}}",
        "reset-password | {}",
        "reset-password | {'password':null,'passwordResetToken':'x'}",
        "reset-password | {'password':'seven green bicycles','passwordResetToken':null}",
        "check-app-id-secret | {}",
        "check-app-id-secret | {'appId':null,'appSecret':'x'}",
      })
  void asksForWhatIsMissingNullOrEmpty(String route, String body) {
    assertRefused(send("/api/v3/" + route, body), 400, 2231);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",'phonePassCodePayload':null",
        ",'phonePassCodePayload':{}",
        ",'phonePassCodePayload':{'phoneNumber':'','passCode':''}",
        ",'phonePassCodePayload':{'phoneNumber':null,'passCode':null,'phoneCountryCode':null}",
        ",'phonePassCodePayload':[]",
        ",'phonePassCodePayload':'nothing'",
        ",'phonePassCodePayload':{'phoneNumber':'not a number'}"
      })
  void looksAtThePayloadThatIsUsedAlone(String unused) {
    api.sendEmail(person.email());
    assertToken(
        send(
            Api.VERIFY,
            "{'verifyMethod':'EMAIL_PASSCODE','emailPassCodePayload':{'email':'%s','passCode':'%s'}%s}"
                .formatted(person.email(), local.passcode(person.email()), unused)));
  }

  @Test
  void takesNullForAnOptionalFieldThatIsAbsent() {
    assertOk(
        send(
            Api.SEND_SMS,
            "{'channel':'CHANNEL_RESET_PASSWORD','phoneNumber':'%s','phoneCountryCode':null}"
                .formatted(person.national())));
    var token = assertToken(api.verifySms(person.national(), local.passcode(person.phone())));

    assertDone(
        send(
            Api.RESET,
            ("{'password':'seven green"
                    + " bicycles','passwordResetToken':'%s','passwordEncryptType':null}")
                .formatted(token)));
    assertThat(local.signsIn(person.email(), "seven green bicycles")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "CHANNEL_RESET_PASSWORD, EMAIL, EMAIL_PASSCODE, NONE",
    "channel_reset_password, email, email_passcode, none",
    "Channel_Reset_Password, Email, Email_PassCode, None"
  })
  void readsAPublishedWordInAnyCase(String channel, String type, String method, String encryption) {
    assertOk(
        send(Api.SEND_EMAIL, "{'channel':'%s','email':'%s'}".formatted(channel, person.email())));
    var passcode = local.passcode(person.email());
    var isValid =
        assertOkData(
            send(
                Api.PRE_CHECK,
                "{'codeType':'%s','emailCodePayload':{'email':'%s','passCode':'%s','channel':'%s'}}"
                    .formatted(type, person.email(), passcode, channel)),
            "isValid",
            "message");
    assertThat(isValid.path("isValid").asBoolean()).isTrue();
    var token =
        assertToken(
            send(
                Api.VERIFY,
                "{'verifyMethod':'%s','emailPassCodePayload':{'email':'%s','passCode':'%s'}}"
                    .formatted(method, person.email(), passcode)));
    assertDone(
        send(
            Api.RESET,
            ("{'password':'seven green"
                    + " bicycles','passwordResetToken':'%s','passwordEncryptType':'%s'}")
                .formatted(token, encryption)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "send-email | {'channel':'CHANNEL_NOPE','email':'a@example.com'}",
        "send-email | {'channel':' CHANNEL_RESET_PASSWORD','email':'a@example.com'}",
        "send-email | {'channel':'RESET_PASSWORD','email':'a@example.com'}",
        "send-email | {'channel':'CHANNEL_BIND_PHONE','email':'a@example.com'}",
        "send-email | {'channel':5,'email':'a@example.com'}",
        "send-sms | {'channel':'CHANNEL_VERIFY_EMAIL_LINK','phoneNumber':'13800138000'}",
        "pre-check-code | {'codeType':'FAX','emailCodePayload':{}}",
        "verify-reset-password-request | {'verifyMethod':'MAGIC'}",
        "verify-reset-password-request | {'verifyMethod':0}",
        "reset-password | {'password':'x','passwordResetToken':'x','passwordEncryptType':'aes'}",
        "reset-password | {'password':'x','passwordResetToken':'x','passwordEncryptType':'rsa '}",
        "reset-password | {'password':'x','passwordResetToken':'x','passwordEncryptType':1}",
      })
  void refusesAWordThatIsNotPublished(String route, String body) {
    assertRefused(send("/api/v3/" + route, body), 400);
  }

  /** Double quotes are written as single ones, to be read more easily here. */
  private Answer send(String path, String body) {
    return api.post(path, body.replace('\'', '"'));
  }
}
