package dev.rekey.http;

import dev.rekey.json.Json;
import dev.rekey.message.Texts;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers: the contract's envelope (section 3.1) in the response form of a Lambda proxy.
 * Thread-safe.
 */
final class EnvelopeWriter {
  private static final JsonMapper JSON = Json.MAPPER;

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
    response.put("statusCode", code(answer).httpStatus());
    response.put("headers", HEADERS);
    response.put("body", JSON.writeValueAsString(body(answer, caller)));
    response.put("isBase64Encoded", false);
    JSON.writeValue(out, response);
  }

  private static AnswerCode code(Answer answer) {
    return answer instanceof Answer.Refused no ? no.refusal() : AnswerCode.OK;
  }

  private Object body(Answer answer, Caller caller) {
    return switch (answer) {
      case Answer.Bare bare -> bare.body();
      case Answer.Ok ok -> envelope(answer, caller, ok.data());
      case Answer.Told told -> {
        String message = texts.get(caller.language(), told.code().key());
        yield envelope(answer, caller, Optional.of(told.data().apply(message)));
      }
      case Answer.Refused no -> envelope(answer, caller, Optional.empty(), no.values().toArray());
    };
  }

  private Map<String, Object> envelope(
      Answer answer, Caller caller, Optional<Object> data, Object... values) {
    var code = code(answer);
    var body = new LinkedHashMap<String, Object>();
    body.put("statusCode", code.statusCode());
    body.put("message", texts.get(caller.language(), code.key(), values));
    code.apiCode().ifPresent(apiCode -> body.put("apiCode", apiCode));
    body.put("requestId", caller.requestId());
    data.ifPresent(it -> body.put("data", it));
    return body;
  }
}
