package dev.rekey.sam;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rekey.events.Installation;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.testing.DynamoDbLocal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The one endpoint that containers know. It hands each call to the end of its service, wherever
 * that is now: by the name of the service in the signature, as AWS itself sorts them.
 */
final class AwsFront implements AutoCloseable {
  /** Credential=key/day/region/service/aws4_request. */
  private static final Pattern SERVICE = Pattern.compile("Credential=[^/]+/[^/]+/[^/]+/([^/]+)/");

  /** Of a connection, not of a message. */
  private static final Set<String> HOP =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "transfer-encoding",
          "upgrade");

  private static final int TRIES = 5;

  static {
    // Without it every answer on a kept connection waits 40 ms for the delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicReference<@Nullable Installation> installation = new AtomicReference<>();

  /**
   * Opens it on a free port.
   *
   * @param at the address of this machine that containers reach
   */
  AwsFront(InetAddress at) {
    try {
      server = HttpServer.create(new InetSocketAddress(at, 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException("no port of " + at + " for the containers", noPort);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * From now on calls go to a fresh installation, with empty tables.
   *
   * @param now what its clock stands at
   */
  Installation toFresh(Instant now) {
    for (int i = 1; ; i++) {
      try {
        var fresh = new Installation(DynamoDbLocal.emptied(SamCommand.TABLES), now);
        installation.set(fresh);
        return fresh;
      } catch (SdkException | KeysUnavailable busy) {
        // Its clients wait as briefly as those of the functions.
        if (i == TRIES) {
          throw busy;
        }
      }
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = client.send(request(exchange), BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach((name, values) -> {
            if (!isOfHop(name)) {
              exchange.getResponseHeaders().put(name, values);
            }
          });
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var signature = headers.getFirst("Authorization");
    var service = SERVICE.matcher(signature == null ? "" : signature);
    var end = end(service.find() ? service.group(1) : "");
    var request =
        HttpRequest.newBuilder(end.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    headers.forEach((name, values) -> {
      if (!isOfHop(name)) {
        values.forEach(value -> request.header(name, value));
      }
    });
    return request.build();
  }

  private URI end(String service) {
    var there = Objects.requireNonNull(installation.get(), "no call before it leads anywhere");
    return switch (service) {
      case "dynamodb" -> DynamoDbLocal.endpoint();
      case "secretsmanager" -> there.secrets();
      default -> there.ends().endpoint();
    };
  }

  private static boolean isOfHop(String header) {
    return HOP.contains(header.toLowerCase(Locale.ROOT));
  }
}
