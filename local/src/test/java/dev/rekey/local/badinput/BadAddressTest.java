package dev.rekey.local.badinput;

import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are none, and odd spellings of those that are. */
@ExtendWith(SharedRunner.class)
class BadAddressTest {
  private final Api api;
  private final LocalSide local;

  BadAddressTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
  }

  static String[] badEmails() {
    return new String[] {
      "a@example.com\r\nBcc: b@example.com",
      "a@example.com\n",
      "\ra@example.com",
      "a b@example.com",
      "a@exam ple.com",
      "x".repeat(288) + "@example.com",
      "a@" + "x".repeat(290) + ".com",
      "a@b@example.com",
      "a@@example.com",
      "@example.com",
      "a@",
      "\"a b\"@example.com",
      "Ada <a@example.com>",
      "a@example.com,b@example.com",
      "a\u0000@example.com",
      "a@xn--99999999.example",
      "a@xn--ls8h.example",
      "a@\ud83d\udca9.example"
    };
  }

  @ParameterizedTest
  @MethodSource("badEmails")
  void refusesWhatIsNoEmail(String email) {
    assertRefused(api.sendEmail(email), 400, 2204);
    assertRefused(api.preCheckEmail(email, "123456"), 400, 2204);
    assertRefused(api.verifyEmail(email, "123456"), 400, 2204);
  }

  @Test
  void forgivesSpacesAroundAnEmailAndItsCase() {
    var person = local.person();

    assertOk(api.sendEmail("  " + person.email().toUpperCase(Locale.ROOT) + " "));
    assertThat(local.passcode(person.email())).matches("[0-9]{6}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not a number",
        "1380013800a",
        "13800138000\r\n",
        "12",
        "138001380001380013800138001380013800",
        "+99912345678",
        "13800138000;ext=5"
      })
  void refusesWhatIsNoNumber(String number) {
    assertRefused(api.sendSms(number), 400, 2028);
    assertRefused(api.preCheckSms(number, "123456"), 400, 2028);
    assertRefused(api.verifySms(number, "123456"), 400, 2028);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999", "+0", "CN", "+1", "999999999999"})
  void refusesACountryCodeThatIsNoneOrAnothers(String countryCode) {
    var body =
        Map.of(
            "phoneNumber",
            "13800138000",
            "phoneCountryCode",
            countryCode,
            "channel",
            Api.RESET_CHANNEL);

    assertRefused(api.post(Api.SEND_SMS, body), 400, 2028);
  }

  @Test
  void answersACountryThatGetsNoTextsLikeAnyOther() {
    var body =
        Map.of(
            "phoneNumber", "2025550123", "phoneCountryCode", "+49", "channel", Api.RESET_CHANNEL);

    assertThat(api.post(Api.SEND_SMS, body).status()).isEqualTo(200);
    assertOk(api.sendSms("+4915123456789"));
  }
}
