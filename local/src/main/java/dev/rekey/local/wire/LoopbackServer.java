package dev.rekey.local.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on 127.0.0.1 and nowhere else, a virtual thread a request. */
public final class LoopbackServer implements AutoCloseable {
  /** Turns a request into a reply; what it throws becomes a 500. */
  @FunctionalInterface
  public interface Route {
    Reply answer(HttpExchange exchange) throws IOException;
  }

  static {
    // Without it every answer on a kept connection waits 40 ms for the delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private LoopbackServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /**
   * Takes the port, but answers only after {@link #start}.
   *
   * @param port 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static LoopbackServer bind(int port) throws IOException {
    var loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    return new LoopbackServer(HttpServer.create(new InetSocketAddress(loopback, port), 1024));
  }

  public void route(String prefix, Route route) {
    server.createContext(prefix, exchange -> handle(exchange, route));
  }

  public void start() {
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void handle(HttpExchange exchange, Route route) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange, route));
    }
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // a bug of the runner: show it and keep serving
  private static Reply answer(HttpExchange exchange, Route route) throws IOException {
    try {
      return route.answer(exchange);
    } catch (RuntimeException e) {
      e.printStackTrace();
      return Reply.line(500, "the runner failed: " + e);
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    boolean bodiless = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length);
    if (!bodiless) {
      exchange.getResponseBody().write(reply.body());
    }
  }
}
