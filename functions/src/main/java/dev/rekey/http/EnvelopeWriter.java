package dev.rekey.http;

import dev.rekey.message.Texts;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers: the contract's envelope (section 3.1) in the response form of a Lambda proxy.
 * Thread-safe.
 */
final class EnvelopeWriter {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * R49; the type is the same whatever the client accepts, since no client could use another
   * (contract 2.3).
   */
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-type", "application/json; charset=utf-8",
          "cache-control", "no-store",
          "x-content-type-options", "nosniff",
          "strict-transport-security", "max-age=31536000; includeSubDomains",
          "referrer-policy", "no-referrer");

  private final Texts texts;

  EnvelopeWriter(Texts texts) {
    this.texts = texts;
  }

  void write(Answer answer, Caller caller, OutputStream out) {
    var response = new LinkedHashMap<String, Object>();
    response.put(
        "statusCode", answer instanceof Answer.Refused no ? no.refusal().httpStatus() : 200);
    response.put("headers", HEADERS);
    response.put("body", JSON.writeValueAsString(body(answer, caller)));
    response.put("isBase64Encoded", false);
    JSON.writeValue(out, response);
  }

  private Map<String, Object> body(Answer answer, Caller caller) {
    return switch (answer) {
      case Answer.Bare bare -> bare.body();
      case Answer.Ok ok -> {
        var body = envelope(200, texts.get(caller.language(), "ok"));
        body.put("requestId", caller.requestId());
        ok.data().ifPresent(data -> body.put("data", data));
        yield body;
      }
      case Answer.Refused no -> {
        String message = texts.get(caller.language(), no.refusal().key(), no.values().toArray());
        var body = envelope(no.refusal().statusCode(), message);
        no.refusal().apiCode().ifPresent(code -> body.put("apiCode", code));
        body.put("requestId", caller.requestId());
        yield body;
      }
    };
  }

  private static Map<String, Object> envelope(int statusCode, String message) {
    var body = new LinkedHashMap<String, Object>();
    body.put("statusCode", statusCode);
    body.put("message", message);
    return body;
  }
}
