package dev.rekey.local.badinput;

import static dev.rekey.local.outside.Envelopes.assertDone;
import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import dev.rekey.local.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Byte order marks, halves of letters, NUL and what else text may hold (contract section 9). */
@ExtendWith(SharedRunner.class)
class OddTextTest {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Api api;
  private final LocalSide local;
  private final Person person;

  OddTextTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
    person = local.person();
  }

  static String[] routes() {
    return new String[] {
      Api.SEND_EMAIL,
      Api.SEND_SMS,
      Api.PRE_CHECK,
      Api.VERIFY,
      Api.RESET,
      "/api/v3/check-app-id-secret"
    };
  }

  @Test
  void ignoresAByteOrderMarkBeforeTheBody() {
    var body = BYTE_ORDER_MARK + Json.text(Api.mailBody(person.email()));

    assertOk(api.post(Api.SEND_EMAIL, body));
    assertThat(local.passcode(person.email())).matches("[0-9]{6}");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void refusesASecondByteOrderMark(String route) {
    assertRefused(api.post(route, BYTE_ORDER_MARK + BYTE_ORDER_MARK + "{}"), 400);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void refusesHalfALetterWhereverItStands(String route) {
    for (var half : new String[] {"\\ud800", "\\udc00", "\\ude00\\ud83d", "a\\udbffz"}) {
      assertRefused(api.post(route, "{\"unknown\":\"" + half + "\"}"), 400);
      assertRefused(api.post(route, "{\"" + half + "\":1}"), 400);
      assertRefused(api.post(route, "{\"a\":[{\"b\":\"" + half + "\"}]}"), 400);
    }
  }

  @Test
  void takesALetterOfTwoHalves() {
    api.sendEmail(person.email());
    var token = assertToken(api.verifyEmail(person.email(), local.passcode(person.email())));
    var body =
        "{\"passwordResetToken\":\"" + token + "\",\"password\":\"\\ud83d\\udd11 for 7 bicycles\"}";

    assertDone(api.post(Api.RESET, body));
    assertThat(local.signsIn(person.email(), "\ud83d\udd11 for 7 bicycles")).isTrue();
  }

  @Test
  void refusesNulInAnAddressACodeAndAToken() {
    assertRefused(api.sendEmail("a\u0000@example.com"), 400, 2204);
    assertRefused(api.sendSms("1380013\u00008000"), 400, 2028);
    assertRefused(api.verifyEmail(person.email(), "123\u0000456"), 499, 2001);
    assertRefused(api.reset("\u0000", "seven green bicycles"), 499);
    assertRefused(api.post(Api.SEND_EMAIL, "{}\u0000"), 400);
  }

  /** R25: nothing in a password is cut or changed. */
  @Test
  void keepsNulInAPassword() {
    api.sendEmail(person.email());
    var token = assertToken(api.verifyEmail(person.email(), local.passcode(person.email())));

    assertDone(api.reset(token, "seven\u0000green bicycles"));
    assertThat(local.signsIn(person.email(), "seven\u0000green bicycles")).isTrue();
    assertThat(local.signsIn(person.email(), "seven")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "\n", "\u0001", "\u001f"})
  void refusesAControlSignThatIsNotEscaped(String sign) {
    assertRefused(api.post(Api.SEND_EMAIL, "{\"email\":\"a" + sign + "@example.com\"}"), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'email':1}", "{email:1}", "{\"a\":1,}", "{\"a\":NaN}", "{\"a\":01}", "{} //"})
  void refusesWhatOnlySomeReadersTake(String body) {
    assertRefused(api.post(Api.SEND_EMAIL, body), 400);
  }
}
