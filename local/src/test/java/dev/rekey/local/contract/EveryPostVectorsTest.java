package dev.rekey.local.contract;

import static dev.rekey.local.outside.Api.RESET;
import static dev.rekey.local.outside.Api.SEND_EMAIL;
import static dev.rekey.local.outside.Api.VERIFY;
import static dev.rekey.local.outside.Envelopes.assertDone;
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
import dev.rekey.local.wire.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedRunner.class)
class EveryPostVectorsTest {
  private final Api api;
  private final LocalSide local;
  private final Person person;

  EveryPostVectorsTest(RunnerUnderTest runner) {
    api = runner.api();
    local = runner.local();
    person = local.person();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "EN-us"})
  void vector49_answersInEnglish(String language) {
    var sent = api.postWith("x-authing-lang", language, SEND_EMAIL, mailBody());
    var wrong =
        api.postWith(
            "x-authing-lang", language, VERIFY, Api.verifyEmailBody(person.email(), "12345"));

    assertOk(sent);
    assertThat(message(sent)).isEqualTo("Operation successful");
    assertRefused(wrong, 499, 2001);
    assertThat(message(wrong)).isASCII();
  }

  @Test
  void vector49_fallsBackToTheDefaultLanguage() {
    var sent = api.postWith("x-authing-lang", "tlh", SEND_EMAIL, mailBody());

    assertThat(message(sent)).isEqualTo("操作成功");
  }

  @Test
  void vector50_doesNotNegotiateAnything() {
    var headers = new HashMap<>(Api.HEADERS);
    headers.put("accept-language", "en-US,en;q=0.8");
    headers.put("accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    var sent = api.post(SEND_EMAIL, Json.text(mailBody()), headers);

    assertOk(sent);
    assertThat(message(sent)).isEqualTo("操作成功");
  }

  @Test
  void vector51_refusesWhatIsNoJson() {
    assertRefused(api.post(SEND_EMAIL, "{bad json"), 400);
  }

  @Test
  void vector52_ignoresFieldsThatItDoesNotKnow() {
    var body = new HashMap<String, Object>(mailBody());
    body.put("somethingNew", Map.of("a", 1));

    assertOk(api.post(SEND_EMAIL, body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;charset=UTF-8",
        "application/json; charset=utf-8",
        "Application/JSON"
      })
  void vector53_takesJsonHoweverItIsSpelt(String type) {
    var headers = new HashMap<>(Api.HEADERS);
    headers.put("content-type", type);

    assertOk(api.post(SEND_EMAIL, Json.text(mailBody()), headers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer junk", "junk"})
  void vector54_ignoresAnAccessToken(String authorization) {
    var sent = api.postWith("authorization", authorization, SEND_EMAIL, mailBody());
    var verified =
        api.postWith(
            "authorization",
            authorization,
            VERIFY,
            Api.verifyEmailBody(person.email(), local.passcode(person.email())));
    var reset =
        api.postWith(
            "authorization",
            authorization,
            RESET,
            Map.of("passwordResetToken", assertToken(verified), "password", "N3w-passw0rd"));

    assertOk(sent);
    assertDone(reset);
  }

  private Map<String, ?> mailBody() {
    return Api.mailBody(person.email());
  }

  private static String message(Answer answer) {
    return answer.json().path("message").asString();
  }
}
