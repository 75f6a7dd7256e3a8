package dev.rekey.local.http;

import dev.rekey.local.template.GatewayResponseSpec;
import dev.rekey.local.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the gateway answers by itself, as the template words it. */
final class GatewayResponses {
  private static final Pattern VARIABLE = Pattern.compile("\\$context\\.([A-Za-z.]+)");

  private final Map<String, GatewayResponseSpec> specs;

  GatewayResponses(Map<String, GatewayResponseSpec> specs) {
    this.specs = Map.copyOf(specs);
  }

  /**
   * The answer in one case.
   *
   * @param type for example {@code REQUEST_TOO_LARGE}; without an own entry its default is used
   * @param status the one of AWS, where the template sets none
   */
  Reply reply(String type, int status, String requestId) {
    var spec = specs.get(type);
    if (spec == null) {
      spec = specs.get(status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX");
    }
    if (spec == null) {
      return Reply.of(status, "application/json", "{\"message\":\"" + type + "\"}");
    }
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", List.of(spec.contentType()));
    spec.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    var body = fill(spec.body(), requestId).getBytes(StandardCharsets.UTF_8);
    return new Reply(spec.status().orElse(status), headers, body);
  }

  private static String fill(String body, String requestId) {
    return VARIABLE
        .matcher(body)
        .replaceAll(
            match -> match.group(1).equals("requestId") ? Matcher.quoteReplacement(requestId) : "");
  }
}
