package dev.rekey.loopback;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what is put to a presigned address, as S3 does for CloudFormation. */
public final class StackServer implements AutoCloseable {

  /** One call. */
  public record Put(String method, String uri, Headers headers, String body) {}

  private final HttpServer server;
  private final List<Put> puts = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  public StackServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            puts.add(
                new Put(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(body, StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(status, -1);
          }
        });
    server.start();
  }

  /** The address of an object, with a signature. */
  public URI presigned(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + pathAndQuery);
  }

  /** What was put so far. */
  public List<Put> puts() {
    return List.copyOf(puts);
  }

  /** From now on every call is answered so. */
  public void answers(int code) {
    status = code;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
