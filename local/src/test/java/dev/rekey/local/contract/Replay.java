package dev.rekey.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Ciphertexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    values.put("rsa-short", keys.rsaWithoutLeadingZeros(PASSWORD));
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

  /** By no HTTP client, since none would let those headers and a GET's body be set. */
  private void step(HttpFile.Step step) throws Exception {
    var lines = new ArrayList<>(step.head());
    lines.set(0, lines.getFirst() + " HTTP/1.1");
    lines.add("Host: " + scene.host().getAuthority());
    var exchange = scene.send(HttpMessage.request(lines, filled(step.body())));
    var answer = exchange.json();
    assertThat(shortly(answer)).as("%s", exchange).isEqualTo(step.expected());
    keep(exchange.call(), answer.path("data"));
  }

  private String filled(String body) {
    return NAME.matcher(body).replaceAll(name -> Matcher.quoteReplacement(value(name.group(1))));
  }

  private String value(String name) {
    assertThat(values).containsKey(name);
    return values.getOrDefault(name, "");
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

  private void keep(String call, JsonNode data) {
    if (call.endsWith("/send-email")) {
      values.put("code", scene.local().passcode(scene.email()));
    } else if (call.endsWith("/send-sms")) {
      values.put("code", scene.local().passcode(phone));
    } else if (data.has("passwordResetToken")) {
      values.put("token", data.path("passwordResetToken").asString());
    }
    for (var said : List.of("valid", "isValid", "success")) {
      assertThat(data.path(said).asBoolean(true)).as(said).isTrue();
    }
  }
}
