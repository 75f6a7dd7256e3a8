package dev.rekey.local.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.rekey.local.wire.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of a {@code /_local} route.
 *
 * @param method in upper case
 * @param name the segment after {@code /_local/}
 * @param argument the segment after that, decoded
 * @param query as it was sent
 */
record Call(String method, String name, Optional<String> argument, String query, String body) {
  private static final int LONGEST_BODY = 1 << 20;

  static Call of(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getRawPath().split("/", 4);
    var body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      throw new BadInput("the body is over 1 MiB");
    }
    var query = exchange.getRequestURI().getRawQuery();
    return new Call(
        exchange.getRequestMethod(),
        path.length > 2 ? path[2] : "",
        path.length > 3 ? Optional.of(decoded(path[3])) : Optional.empty(),
        query == null ? "" : query,
        new String(body, UTF_8));
  }

  /** The body as an object without other members than these. */
  ObjectNode json(Set<String> members) {
    ObjectNode json;
    try {
      json = Json.readObject(body);
    } catch (IllegalArgumentException e) {
      throw new BadInput("the body is " + e.getMessage());
    }
    for (var name : json.propertyNames()) {
      if (!members.contains(name)) {
        throw new BadInput("unknown member '" + name + "'");
      }
    }
    return json;
  }

  /** Whether the query begins with a parameter of that name. */
  boolean has(String parameter) {
    return query.startsWith(parameter + "=");
  }

  /** A query parameter; any other one is bad input. */
  Optional<String> parameter(String wanted) {
    Optional<String> found = Optional.empty();
    for (var pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      if (!pair.startsWith(wanted + "=")) {
        throw new BadInput("unknown parameter '" + pair.replaceFirst("=.*", "") + "'");
      }
      found = Optional.of(decoded(pair.substring(wanted.length() + 1)));
    }
    return found;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadInput("'" + text + "' is not well encoded");
    }
  }
}
