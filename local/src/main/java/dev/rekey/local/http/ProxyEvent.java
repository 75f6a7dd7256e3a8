package dev.rekey.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.rekey.local.wire.Json;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The event of a REST API, payload 1.0, as API Gateway builds it for a proxy integration. */
final class ProxyEvent {
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ProxyEvent() {}

  /**
   * Builds the event.
   *
   * @param resource path of the route
   * @param path as it was called, the stage removed
   */
  static ObjectNode of(
      HttpExchange exchange,
      String stage,
      String resource,
      String path,
      String requestId,
      byte[] body) {
    var event = Json.object();
    event
        .put("resource", resource)
        .put("path", path)
        .put("httpMethod", exchange.getRequestMethod());
    parameters(event, "headers", "multiValueHeaders", exchange.getRequestHeaders());
    var query = query(exchange.getRequestURI().getRawQuery());
    parameters(event, "queryStringParameters", "multiValueQueryStringParameters", query);
    event.putNull("pathParameters").putNull("stageVariables");
    event.set("requestContext", context(exchange, stage, resource, path, requestId));
    putBody(event, body);
    return event;
  }

  private static void parameters(
      ObjectNode event, String single, String multi, Map<String, List<String>> values) {
    if (values.isEmpty()) {
      event.putNull(single).putNull(multi);
      return;
    }
    var last = event.putObject(single);
    var all = event.putObject(multi);
    values.forEach((name, list) -> {
      last.put(name, list.getLast());
      list.forEach(all.putArray(name)::add);
    });
  }

  private static Map<String, List<String>> query(@Nullable String raw) {
    var query = new LinkedHashMap<String, List<String>>();
    for (var pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      var value = equals < 0 ? "" : pair.substring(equals + 1);
      query.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a lone percent sign stays what it is
    }
  }

  private static ObjectNode context(
      HttpExchange exchange, String stage, String resource, String path, String requestId) {
    var now = Instant.now();
    var context = Json.object();
    context.put("accountId", "000000000000").put("apiId", "local").put("resourceId", "local");
    context.put("stage", stage).put("path", "/" + stage + path).put("resourcePath", resource);
    context.put("httpMethod", exchange.getRequestMethod()).put("protocol", exchange.getProtocol());
    context.put("requestId", requestId).put("extendedRequestId", requestId);
    context
        .put("requestTime", REQUEST_TIME.format(now))
        .put("requestTimeEpoch", now.toEpochMilli());
    context.put("domainName", exchange.getRequestHeaders().getFirst("Host"));
    context
        .putObject("identity")
        .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
        .put("userAgent", exchange.getRequestHeaders().getFirst("User-Agent"));
    return context;
  }

  /** Text goes as text; bytes that are no UTF-8 go as Base64, as for a binary media type. */
  private static void putBody(ObjectNode event, byte[] body) {
    if (body.length == 0) {
      event.putNull("body").put("isBase64Encoded", false);
      return;
    }
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      event.put("body", text).put("isBase64Encoded", false);
    } catch (CharacterCodingException e) {
      event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    }
  }
}
