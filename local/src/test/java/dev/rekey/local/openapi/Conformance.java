package dev.rekey.local.openapi;

import dev.rekey.local.template.RouteSpec;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fails a test whose exchange is not as {@code docs/openapi.yaml} says: the answer must be one that
 * the route declares, only a request that the file allows may succeed, and none that it allows may
 * be refused as malformed but for what {@link SentJson} lists. Thread-safe.
 */
public final class Conformance {
  private static final Conformance TO_SHIPPED = new Conformance(ApiFile.shipped());
  private static final int OK = 200;
  private static final int MALFORMED = 400;
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
    if (!problems.isEmpty()) {
      return problems.stream().map(problem -> "answer: " + problem).toList();
    }
    return judged(exchange, operation.get().problems(exchange.sent(), exchange.body()));
  }

  /**
   * Whether the answer agrees with what the file says of the request.
   *
   * @param faults of the request; none: the file allows it
   */
  private static List<String> judged(Exchange exchange, List<String> faults) {
    var envelope = JsonMapper.shared().readTree(exchange.answer());
    int code = envelope.path("statusCode").asInt(OK); // an answer without envelope is a success
    if (exchange.status() == OK && code == OK) {
      return faults.stream().map(fault -> "succeeded although, request: " + fault).toList();
    }
    boolean malformed =
        code == MALFORMED && !SentJson.FORMS.contains(envelope.path("apiCode").asInt(0));
    return malformed && faults.isEmpty()
        ? List.of("refused as malformed although the file allows the request " + exchange.body())
        : List.of();
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
}
