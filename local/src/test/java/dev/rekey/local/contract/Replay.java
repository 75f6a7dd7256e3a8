package dev.rekey.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Ciphertexts;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Resets the password of the scene's person by the requests of a file. */
final class Replay {
  private static final String PASSWORD = "密码 seven green bicycles";
  private static final Pattern NAME = Pattern.compile("\\{\\{([a-z0-9-]+)}}");

  private final Scene scene;

  /** What the names in the bodies stand for. */
  private final Map<String, String> values = new HashMap<>();

  private String phone = "";

  private Replay(Scene scene) {
    this.scene = scene;
  }

  /** The number is British where a file says +44, else Chinese, the default country. */
  static void of(HttpFile file, Scene scene) throws Exception {
    var replay = new Replay(scene);
    replay.prepare();
    if (file.steps().stream().anyMatch(step -> step.body().contains("+44"))) {
      replay.giveBritishNumber();
    }
    for (var step : file.steps()) {
      replay.step(step);
    }
    scene.signsInBy(PASSWORD);
  }

  private void prepare() throws Exception {
    values.put("email", scene.email());
    values.put("national", scene.person().national());
    phone = scene.person().phone();
    values.put("password", PASSWORD);
    var keys = Ciphertexts.of(scene.api());
    var rsa = scene.named(keys.rsa(PASSWORD), "<RSA>");
    values.put("rsa", rsa);
    values.put("rsa-with-escaped-slashes", rsa.replace("/", "\\/"));
    values.put("sm2", keys.sm2OfScripts(PASSWORD));
    values.put("sm2-with-prefix", keys.sm2WithPrefix(PASSWORD));
    values.put("sm2-of-mobile", keys.sm2OfAndroid(PASSWORD));
    values.put("sm2-of-ios", keys.sm2OfIos(PASSWORD));
  }

  private void giveBritishNumber() {
    var national = scene.named("7912" + scene.person().national().substring(5), "<number>");
    phone = "+44" + national;
    values.put("national", national);
    var account = scene.person().account();
    account.put("phone", phone);
    scene.local().put(scene.person(), account);
  }

  private void step(HttpFile.Step step) {
    var body =
        NAME.matcher(step.body())
            .replaceAll(name -> Matcher.quoteReplacement(value(name.group(1))));
    var answer =
        step.method().equals("GET")
            ? scene.api().get(step.path(), step.headers())
            : scene.api().post(step.path(), body, step.headers());
    assertThat(shortly(answer.json())).as("%s: %s", step.path(), answer).isEqualTo(step.expected());
    assertSentAsItIs(step, body);
    keep(step.path(), answer);
  }

  private String value(String name) {
    assertThat(values).containsKey(name);
    return values.getOrDefault(name, "");
  }

  private void assertSentAsItIs(HttpFile.Step step, String body) {
    var sent = scene.exchanges().getLast().request();
    assertThat(sent.body()).isEqualTo(body);
    step.headers()
        .forEach((name, value) -> assertThat(sent.headers()).contains(name + ": " + value));
  }

  private static String shortly(JsonNode answer) {
    if (!answer.has("statusCode")) {
      return "flat";
    }
    var statusCode = answer.path("statusCode").asString();
    return answer.has("apiCode")
        ? statusCode + " " + answer.path("apiCode").asString()
        : statusCode;
  }

  private void keep(String path, Answer answer) {
    if (path.endsWith("/send-email")) {
      values.put("code", scene.local().passcode(scene.email()));
    } else if (path.endsWith("/send-sms")) {
      values.put("code", scene.local().passcode(phone));
    } else if (answer.data().has("passwordResetToken")) {
      values.put("token", answer.data().path("passwordResetToken").asString());
    } else if (answer.data().has("valid")) {
      assertThat(answer.data().path("valid").asBoolean()).isTrue();
    } else if (answer.data().has("success")) {
      assertThat(answer.data().path("success").asBoolean()).isTrue();
    }
  }
}
