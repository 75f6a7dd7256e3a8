package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.fuzz.Canary;
import dev.rekey.fuzz.Input;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The JSON body of every route that takes one. */
public final class BodyProperties {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> PATHS =
      ReadingFront.routes().stream().map(Route::path).toList();
  private static final int MALFORMED = 400;

  private BodyProperties() {}

  public static void check(Input input) {
    String path = input.one(PATHS);
    String body = input.anyText();
    int code = ReadingFront.serve(ProxyCall.post(path, body).bytes());
    if (accepted(body)) {
      String mark = body.startsWith("\uFEFF") ? body.substring(1) : body;
      var tree = JSON.readTree(mark);
      assertThat(tree.isObject()).isTrue();
      String again = tree.toString();
      assertThat(ReadingFront.serve(ProxyCall.post(path, again).bytes()))
          .as("two readers understand the same")
          .isEqualTo(code);
      assertThat(StrictJson.object(again).optional("none")).isEmpty();
    } else {
      assertThat(code).isEqualTo(MALFORMED);
    }
  }

  private static boolean accepted(String body) {
    try {
      StrictJson.object(body);
      return true;
    } catch (MalformedRequest refused) {
      Canary.assertNotIn(refused + " " + refused.answer());
      assertThat(refused.getCause()).isNull();
      return false;
    }
  }
}
