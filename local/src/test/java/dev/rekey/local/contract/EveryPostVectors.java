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
import dev.rekey.local.wire.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds for every POST: language, JSON, headers. */
final class EveryPostVectors {
  private static final String LANGUAGE = "x-authing-lang";

  private EveryPostVectors() {}

  static List<Vector> list() {
    return List.of(
        new Vector(
            "49a", "an answer is in the language that is asked for", it -> sends(it, "en-US")),
        new Vector("49b", "a language is read in any case", it -> sends(it, "EN-us")),
        new Vector("49c", "a refusal is in that language too", EveryPostVectors::refusesInEnglish),
        new Vector(
            "49d", "an unknown language is read as the default", EveryPostVectors::unknownLanguage),
        new Vector("50a", "what Java accepts is not negotiated", it -> accepts(it, "zh-CN,zh")),
        new Vector("50b", "`Accept-Language` is not consulted", it -> accepts(it, "en-US,en")),
        new Vector("51", "what is no JSON is malformed", EveryPostVectors::noJson),
        new Vector("52", "an unknown field is ignored", EveryPostVectors::unknownField),
        new Vector("53a", "JSON, no charset named", it -> typed(it, "application/json")),
        new Vector(
            "53b",
            "JSON, spelt as Java and Go do",
            it -> typed(it, "application/json;charset=UTF-8")),
        new Vector(
            "53c", "JSON, spelt as C# does", it -> typed(it, "application/json; charset=utf-8")),
        new Vector("53d", "JSON, in other letters", it -> typed(it, "Application/JSON")),
        new Vector("54a", "an access token is ignored", it -> authorized(it, "Bearer junk")),
        new Vector(
            "54b", "an access token without its scheme is ignored", it -> authorized(it, "junk")));
  }

  private static void sends(Scene scene, String language) {
    var sent = scene.api().postWith(LANGUAGE, language, SEND_EMAIL, mailBody(scene));

    assertOk(scene.deciding(sent));
    assertThat(message(sent)).isEqualTo("Operation successful");
  }

  private static void refusesInEnglish(Scene scene) {
    var body = Api.verifyEmailBody(scene.email(), "12345");
    for (var language : List.of("EN-us", "en-US")) {
      assertInEnglish(scene.api().postWith(LANGUAGE, language, VERIFY, body));
    }

    assertInEnglish(scene.deciding(scene.api().postWith(LANGUAGE, "en-US", VERIFY, body)));
  }

  private static void assertInEnglish(Answer wrong) {
    assertRefused(wrong, 499, 2001);
    assertThat(message(wrong)).isASCII();
  }

  private static void unknownLanguage(Scene scene) {
    var sent = scene.api().postWith(LANGUAGE, "tlh", SEND_EMAIL, mailBody(scene));

    assertThat(message(scene.deciding(sent))).isEqualTo("操作成功");
  }

  private static void accepts(Scene scene, String languages) {
    var headers = new HashMap<>(Api.HEADERS);
    headers.put("accept-language", languages + ";q=0.8");
    headers.put("accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    var sent = scene.deciding(scene.api().post(SEND_EMAIL, mailJson(scene), headers));
    assertOk(sent);
    assertThat(message(sent)).isEqualTo("操作成功");
  }

  private static void noJson(Scene scene) {
    assertRefused(scene.deciding(scene.api().post(SEND_EMAIL, "{bad json")), 400);
  }

  private static void unknownField(Scene scene) {
    var body = new HashMap<String, Object>(mailBody(scene));
    body.put("somethingNew", Map.of("a", 1));

    assertOk(scene.deciding(scene.api().post(SEND_EMAIL, body)));
  }

  private static void typed(Scene scene, String type) {
    var headers = new HashMap<>(Api.HEADERS);
    headers.put("content-type", type);

    assertOk(scene.deciding(scene.api().post(SEND_EMAIL, mailJson(scene), headers)));
  }

  private static void authorized(Scene scene, String value) {
    var sent = scene.api().postWith("authorization", value, SEND_EMAIL, mailBody(scene));
    var proof = Api.verifyEmailBody(scene.email(), scene.local().passcode(scene.email()));
    var verified = scene.api().postWith("authorization", value, VERIFY, proof);
    var wanted =
        Map.of("passwordResetToken", assertToken(verified), "password", Scene.NEW_PASSWORD);
    var reset = scene.api().postWith("authorization", value, RESET, wanted);

    assertOk(sent);
    assertDone(scene.deciding(reset));
  }

  private static Map<String, ?> mailBody(Scene scene) {
    return Api.mailBody(scene.email());
  }

  private static String mailJson(Scene scene) {
    return Json.text(mailBody(scene));
  }

  private static String message(Answer answer) {
    return answer.json().path("message").asString();
  }
}
