package dev.rekey.deployment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rekey.keys.KeyringJson;
import dev.rekey.testing.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Secrets Manager with one secret: the keyring of the tests. */
final class SecretServer implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger reads = new AtomicInteger();

  SecretServer() {
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

  @Override
  public void close() {
    server.stop(0);
  }

  /** How often the secret was read. */
  int reads() {
    return reads.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      reads.incrementAndGet();
      exchange.getRequestBody().readAllBytes();
      String secret = KeyringJson.write(TestKeys.keyring());
      byte[] body =
          JsonMapper.shared()
              .writeValueAsString(Map.of("Name", "keys", "SecretString", secret))
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
