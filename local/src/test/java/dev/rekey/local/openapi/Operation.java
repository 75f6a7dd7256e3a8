package dev.rekey.local.openapi;

import dev.rekey.local.template.RouteSpec;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One route of the file.
 *
 * @param ids headers of which a call must have one; none: it needs none
 * @param request of a JSON body; empty where the route takes none
 * @param answers by HTTP status
 */
record Operation(
    RouteSpec route,
    List<String> ids,
    Optional<BodySchema> request,
    Map<Integer, AnswerSpec> answers) {
  static final String REQUEST_TYPE = "application/json";

  /** Why the file does not allow a request, a line each. */
  List<String> problems(HttpHeaders sent, String body) {
    var problems = new ArrayList<String>();
    if (!ids.isEmpty() && ids.stream().noneMatch(id -> !header(sent, id).isBlank())) {
      problems.add("none of the headers " + ids);
    }
    request.ifPresent(schema -> {
      var type = header(sent, "content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
      if (!type.equals(REQUEST_TYPE)) {
        problems.add("content-type is no " + REQUEST_TYPE);
      }
      problems.addAll(problems(schema, body));
    });
    return problems;
  }

  private static List<String> problems(BodySchema schema, String body) {
    try {
      return schema.problems(SentJson.read(body));
    } catch (IllegalArgumentException e) {
      return List.of("the body is " + e.getMessage());
    }
  }

  private static String header(HttpHeaders headers, String name) {
    return headers.firstValue(name).orElse("");
  }
}
