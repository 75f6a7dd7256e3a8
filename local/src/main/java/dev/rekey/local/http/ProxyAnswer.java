package dev.rekey.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.Reply;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The answer of a function in the form that a proxy integration demands. */
final class ProxyAnswer {
  private ProxyAnswer() {}

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when API Gateway would call it malformed
   */
  static Reply read(byte[] answer) {
    var json = Json.readObject(new String(answer, UTF_8));
    if (!json.path("statusCode").isInt()) {
      throw new IllegalArgumentException("without a statusCode");
    }
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    for (var header : json.path("headers").properties()) {
      headers.put(header.getKey(), List.of(header.getValue().asString()));
    }
    for (var header : json.path("multiValueHeaders").properties()) {
      var values = new ArrayList<String>();
      header.getValue().forEach(value -> values.add(value.asString()));
      headers.put(header.getKey(), values);
    }
    headers.putIfAbsent("Content-Type", List.of("application/json"));
    return new Reply(json.path("statusCode").intValue(), headers, body(json));
  }

  private static byte[] body(JsonNode json) {
    var body = Json.text(json, "body");
    if (body == null) {
      return new byte[0];
    }
    return json.path("isBase64Encoded").asBoolean(false)
        ? Base64.getDecoder().decode(body)
        : body.getBytes(UTF_8);
  }
}
