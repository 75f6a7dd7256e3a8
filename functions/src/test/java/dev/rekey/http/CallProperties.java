package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.fuzz.Canary;
import dev.rekey.fuzz.Input;
import dev.rekey.http.ProxyEvent.Body;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A whole event of the gateway, in either payload format. */
public final class CallProperties {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private CallProperties() {}

  public static void check(Input input) {
    byte[] bytes = input.rest();
    var event = ProxyEvent.parse(bytes);
    assertThat(event.path()).doesNotContain("//").doesNotEndWith("/");
    assertThat(event.body().length()).isBetween(0, 4 * bytes.length);
    Canary.assertNotIn(event.body().toString());
    if (event.body() instanceof Body.Text(String text)) {
      assertThat(ProxyEvent.parse(written(event, text))).as("a fixed point").isEqualTo(event);
    }
    ReadingFront.serve(bytes);
  }

  /** The same call in payload 1.0. */
  private static byte[] written(ProxyEvent event, String body) {
    var json = JSON.createObjectNode();
    json.put("httpMethod", event.method()).put("path", event.path()).put("body", body);
    event.headers().forEach(json.putObject("headers")::put);
    var context = json.putObject("requestContext");
    event.requestId().ifPresent(id -> context.put("requestId", id));
    event.client().ifPresent(client -> context.putObject("identity").put("sourceIp", client));
    return JSON.writeValueAsString(json).getBytes(StandardCharsets.US_ASCII);
  }
}
