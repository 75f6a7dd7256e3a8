package dev.rekey.local.openapi;

import dev.rekey.local.wire.Json;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer of a route, as the file describes it.
 *
 * @param mediaType as OpenAPI has it: without the charset, which is always the same
 * @param headers those that it always has
 */
record AnswerSpec(String mediaType, BodySchema schema, Map<String, BodySchema> headers) {
  private static final String CHARSET = "; charset=utf-8";

  /** What is wrong with an answer, a line each. */
  List<String> problems(HttpHeaders received, String body) {
    var problems = new ArrayList<String>();
    var type = received.firstValue("content-type").orElse("absent");
    if (!type.equals(mediaType + CHARSET)) {
      problems.add("content-type is " + type + ", not " + mediaType + CHARSET);
    }
    headers.forEach((name, schema) -> {
      var value = received.firstValue(name).orElse("absent");
      schema.problems(Json.tree(value)).forEach(it -> problems.add("header " + name + it));
    });
    try {
      problems.addAll(schema.problems(JsonMapper.shared().readTree(body)));
    } catch (JacksonException e) {
      problems.add("the body is no JSON");
    }
    return problems;
  }
}
