package dev.rekey.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** SES and SNS, and CloudFormation's bucket, that take what they are given. */
public final class AwsEnds implements AutoCloseable {
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

  /** Where all of them are. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Everything that was taken, as it came, since the last call. */
  public List<String> drain() {
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
    if (exchange.getRequestMethod().equals("PUT")) {
      sent.add(call);
      reply(exchange, 200, "");
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

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (exchange;
        var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
