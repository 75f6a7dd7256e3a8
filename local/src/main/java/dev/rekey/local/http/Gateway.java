package dev.rekey.local.http;

import com.sun.net.httpserver.HttpExchange;
import dev.rekey.local.lambda.FunctionError;
import dev.rekey.local.lambda.LambdaFunction;
import dev.rekey.local.template.RouteSpec;
import dev.rekey.local.template.Template;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.LoopbackServer;
import dev.rekey.local.wire.Reply;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The REST API of the template. Thread-safe. */
public final class Gateway implements LoopbackServer.Route {
  /** The most that API Gateway takes. */
  private static final int MAXIMUM_BODY = 10 * 1024 * 1024;

  private final String stage;
  private final Map<RouteSpec, LambdaFunction> routes;
  private final GatewayResponses responses;

  public Gateway(Template template, List<LambdaFunction> functions) {
    stage = template.stage();
    responses = new GatewayResponses(template.gatewayResponses());
    var byRoute = new HashMap<RouteSpec, LambdaFunction>();
    for (var function : functions) {
      for (var route : function.spec().routes()) {
        if (byRoute.put(route, function) != null) {
          throw new IllegalArgumentException("two functions want " + route);
        }
      }
    }
    routes = Map.copyOf(byRoute);
  }

  @Override
  public Reply answer(HttpExchange exchange) throws IOException {
    var requestId = UUID.randomUUID().toString();
    var path = path(exchange);
    var route = new RouteSpec(exchange.getRequestMethod(), path.replaceFirst("/$", ""));
    var function = routes.get(route);
    if (function == null) {
      return responses.reply("MISSING_AUTHENTICATION_TOKEN", 403, requestId);
    }
    var body = body(exchange);
    if (body == null) {
      return responses.reply("REQUEST_TOO_LARGE", 413, requestId);
    }
    var event = ProxyEvent.of(exchange, stage, route.path(), path, requestId, body);
    return call(function, Json.bytes(event), requestId);
  }

  private Reply call(LambdaFunction function, byte[] event, String requestId) {
    try {
      return ProxyAnswer.read(function.invoke(event));
    } catch (FunctionError e) {
      System.err.println(e.getMessage());
    } catch (IllegalArgumentException e) {
      System.err.println(function.spec().name() + " gave a malformed answer: " + e.getMessage());
    }
    return responses.reply("DEFAULT_5XX", 502, requestId);
  }

  /**
   * The path without the stage. A host that ends in a slash makes two of the first one; a slash at
   * the end stays, and the route is found without it: so does API Gateway (docs/adr/0009).
   */
  private String path(HttpExchange exchange) {
    var target = exchange.getRequestURI().toString();
    int end = target.indexOf('?');
    var path = (end < 0 ? target : target.substring(0, end)).replaceFirst("^/+", "/");
    return path.startsWith("/" + stage + "/")
        ? path.substring(stage.length() + 1).replaceFirst("^/+", "/")
        : path;
  }

  private static byte @Nullable [] body(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(MAXIMUM_BODY + 1);
    return body.length > MAXIMUM_BODY ? null : body;
  }
}
