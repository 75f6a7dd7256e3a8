package dev.rekey.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rekey.keys.ThrowAwayKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** Secrets Manager with one secret, and SES and SNS that take what they are given. */
final class AwsEnds implements AutoCloseable {
  /** Mails to it are throttled. */
  static final String THROTTLED = "throttled@example.com";

  private final HttpServer server;
  private final List<String> sent = new CopyOnWriteArrayList<>();

  AwsEnds() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Every message that was taken, as SES or SNS got it, since the last call. */
  List<String> drain() {
    var drained = List.copyOf(sent);
    sent.clear();
    return drained;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String call = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    if (exchange.getRequestHeaders().containsKey("X-Amz-Target")) {
      reply(exchange, 200, secret());
      return;
    }
    String form = URLDecoder.decode(call, UTF_8);
    if (form.contains(THROTTLED)) {
      reply(exchange, 400, "<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>");
      return;
    }
    sent.add(form);
    String action = form.contains("Action=Publish") ? "Publish" : "SendEmail";
    reply(
        exchange,
        200,
        "<%1$sResponse><%1$sResult><MessageId>m</MessageId></%1$sResult></%1$sResponse>"
            .formatted(action));
  }

  private static String secret() {
    var answer = JsonMapper.shared().createObjectNode();
    return answer.put("Name", "rekey/keys").put("SecretString", ThrowAwayKeys.json()).toString();
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange;
        var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
