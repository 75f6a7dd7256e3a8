package dev.rekey.local.badinput;

import static dev.rekey.local.outside.Envelopes.assertOk;
import static dev.rekey.local.outside.Envelopes.assertRefused;
import static dev.rekey.local.outside.Envelopes.assertToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a number is typed, and whatever code goes beside it, it is one number with one limit. */
@ExtendWith(SharedRunner.class)
class PhoneFormsTest {
  /** A country code that is not sent at all, unlike null. */
  private static final String ABSENT = "absent";

  private static final List<@Nullable String> CODES =
      Arrays.asList("+86", "86", "0086", null, "", ABSENT);

  private final Api api;
  private final LocalSide local;
  private final Person person;

  PhoneFormsTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
    person = local.person();
  }

  enum Typed {
    NATIONAL("%s%s%s"),
    SPACED("%s %s %s"),
    DASHED("%s-%s-%s"),
    IN_BRACKETS("(%s) %s %s"),
    INTERNATIONAL("+86%s%s%s"),
    INTERNATIONAL_SPACED("+86 %s %s %s"),
    INTERNATIONAL_IN_BRACKETS("(+86) %s-%s-%s"),
    WITH_00("0086%s%s%s");

    private final String form;

    Typed(String form) {
      this.form = form;
    }

    String of(String national) {
      return form.formatted(
          national.substring(0, 3), national.substring(3, 7), national.substring(7));
    }
  }

  @Test
  void everyFormMeetsTheLimitOfTheOthers() {
    assertOk(api.sendSms(person.national()));

    for (var typed : Typed.values()) {
      for (var code : CODES) {
        assertRefused(send(typed.of(person.national()), code), 499);
      }
    }
    assertThat(local.await(person.phone(), 1)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aCodeForOneFormWorksForEachOther(Typed typed) {
    assertOk(send(typed.of(person.national()), "+86"));
    var passcode = local.passcode(person.phone());

    var others = Arrays.stream(Typed.values()).filter(other -> other != typed).limit(3).toList();
    for (var other : others) {
      assertValid(preCheck(other.of(person.national()), passcode));
    }
    assertToken(verify(typed.of(person.national()), null, passcode));
  }

  @Test
  void everyCountryCodeProvesTheSameNumber() {
    for (var code : CODES) {
      var someone = local.person();
      assertOk(send(someone.national(), "+86"));

      assertToken(verify(someone.national(), code, local.passcode(someone.phone())));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-%s", " -%s", "−%s", "+-86%s", ".%s", "%s-1", "++86%s", "86+%s", "tel:%s", "%s#1"
      })
  void refusesWhatIsNoNumber(String form) {
    var typed = form.formatted(person.national());

    for (var code : CODES) {
      assertRefused(send(typed, code), 400, 2028);
      assertRefused(verify(typed, code, "123456"), 400, 2028);
    }
    assertRefused(preCheck(typed, "123456"), 400, 2028);
    assertOk(api.sendSms(person.national())); // nothing was counted
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1", "+44", "0044", "+8610", "-86", "+86x", "CN", "０"})
  void refusesACountryCodeThatContradictsOrIsNone(String code) {
    assertRefused(send("+86" + person.national(), code), 400, 2028);
    assertRefused(send(person.national(), code), 400, 2028);
  }

  private Answer send(String number, @Nullable String code) {
    var body = new LinkedHashMap<String, @Nullable Object>();
    body.put("phoneNumber", number);
    body.put("channel", Api.RESET_CHANNEL);
    return api.post(Api.SEND_SMS, with(code, body));
  }

  private Answer verify(String number, @Nullable String code, String passcode) {
    var payload = new LinkedHashMap<String, @Nullable Object>();
    payload.put("phoneNumber", number);
    payload.put("passCode", passcode);
    return api.post(
        Api.VERIFY,
        Map.of("verifyMethod", "PHONE_PASSCODE", "phonePassCodePayload", with(code, payload)));
  }

  private Answer preCheck(String number, String passcode) {
    return api.preCheckSms(number, passcode);
  }

  private static void assertValid(Answer answer) {
    assertThat(answer.data().path("isValid").asBoolean()).isTrue();
  }

  private static Map<String, @Nullable Object> with(
      @Nullable String code, Map<String, @Nullable Object> fields) {
    if (!ABSENT.equals(code)) {
      fields.put("phoneCountryCode", code);
    }
    return fields;
  }
}
