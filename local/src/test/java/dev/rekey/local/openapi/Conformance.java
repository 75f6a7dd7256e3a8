package dev.rekey.local.openapi;

import dev.rekey.local.template.RouteSpec;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fails a test whose exchange is not as {@code docs/openapi.yaml} says: the answer must be one that
 * the route declares, and only a request that the file allows may succeed. Thread-safe.
 */
public final class Conformance {
  private static final Conformance TO_SHIPPED = new Conformance(ApiFile.shipped());
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final ApiFile file;
  private final Pattern path;

  Conformance(ApiFile file) {
    this.file = file;
    path = Pattern.compile("/*(?:" + Pattern.quote(file.stage()) + "/+)?(.*?)/?");
  }

  /** Checks an exchange of the contract; those of the runner's own routes are left alone. */
  public static void check(Exchange exchange) {
    if (!exchange.path().startsWith("/_local/")) {
      TO_SHIPPED.require(exchange);
    }
  }

  void require(Exchange exchange) {
    var problems = problems(exchange);
    if (!problems.isEmpty()) {
      throw new AssertionError(
          "%s %s is not as docs/openapi.yaml says:%n  %s%nHTTP %d %s"
              .formatted(
                  exchange.method(),
                  exchange.path(),
                  String.join(System.lineSeparator() + "  ", problems),
                  exchange.status(),
                  exchange.answer()));
    }
  }

  private List<String> problems(Exchange exchange) {
    var operation = file.operation(route(exchange));
    if (operation.isEmpty()) {
      return unknown(exchange);
    }
    var answer = operation.get().answers().get(exchange.status());
    if (answer == null) {
      return List.of("the route does not answer HTTP " + exchange.status());
    }
    var problems = answer.problems(exchange.received(), exchange.answer());
    if (!problems.isEmpty() || !succeeded(exchange)) {
      return problems.stream().map(problem -> "answer: " + problem).toList();
    }
    return operation.get().problems(exchange.sent(), exchange.body()).stream()
        .map(problem -> "succeeded although, request: " + problem)
        .toList();
  }

  private List<String> unknown(Exchange exchange) {
    return exchange.status() == NOT_FOUND
        ? file.notFound().problems(exchange.received(), exchange.answer())
        : List.of("it is no route, so it must be answered HTTP 404");
  }

  /** A route with the stage or more slashes before it, or a slash behind it, is the same one. */
  private RouteSpec route(Exchange exchange) {
    var matcher = path.matcher(exchange.path());
    return new RouteSpec(
        exchange.method(), matcher.matches() ? "/" + matcher.group(1) : exchange.path());
  }

  /** An answer without an envelope is one of success. */
  private static boolean succeeded(Exchange exchange) {
    return exchange.status() == OK
        && JsonMapper.shared().readTree(exchange.answer()).path("statusCode").asInt(OK) == OK;
  }
}
