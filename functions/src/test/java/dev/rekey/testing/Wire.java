package dev.rekey.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The wire between a client and DynamoDB Local: counts what passes, and can fail as networks and
 * DynamoDB itself do.
 */
public final class Wire implements AutoCloseable {
  /** Longer than a client waits for one try. */
  private static final Duration LATE = Duration.ofSeconds(1);

  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "host", "upgrade", "expect", "transfer-encoding");

  private final HttpServer server;
  private final HttpClient engine =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Optional<Fault>> next = new ConcurrentLinkedQueue<>();
  private final List<String> operations = new CopyOnWriteArrayList<>();
  private final Queue<HttpRequest> late = new ConcurrentLinkedQueue<>();
  private volatile Optional<Fault> always = Optional.empty();
  private volatile Meanwhile meanwhile = new Meanwhile(new AtomicInteger(), () -> {});

  private record Meanwhile(AtomicInteger countdown, Runnable something) {}

  /** What may happen to one request. */
  public enum Fault {
    /** Not applied: the connection breaks before the request is there. */
    REQUEST_LOST,
    /** Applied after the one that comes next: the connection breaks, and it is still on its way. */
    REQUEST_LATE,
    /** Applied, but the connection breaks before the answer. */
    ANSWER_LOST,
    /** Applied, but the answer comes after the client gave up. */
    ANSWER_LATE,
    /** Applied twice; the second answer is heard. */
    DELIVERED_TWICE,
    /** Not applied: another transaction held the item. */
    CONFLICT,
    /** Not applied: too many requests. */
    THROTTLED,
    /** Not applied: an inner fault of DynamoDB. */
    INNER_FAULT
  }

  public Wire() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next requests meet these, one each. */
  public void strikes(Fault... faults) {
    for (var fault : faults) {
      next.add(Optional.of(fault));
    }
  }

  /** The next requests meet nothing, before those that do. */
  public void passes(int requests) {
    next.addAll(Collections.nCopies(requests, Optional.empty()));
  }

  /** Every request meets this; nothing: none does. */
  public void alwaysStrikes(Optional<Fault> fault) {
    always = fault;
  }

  /** From now on nothing happens to any request, and what is late arrives. */
  public void calm() {
    next.clear();
    always = Optional.empty();
    try {
      applyLate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something happens while one of the next requests, counted from 1, is on its way. */
  public void meanwhile(int request, Runnable something) {
    meanwhile = new Meanwhile(new AtomicInteger(request), something);
  }

  /** What was asked for since the last call, in order. */
  public List<String> drainOperations() {
    var drained = List.copyOf(operations);
    operations.clear();
    return drained;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    engine.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestHeaders().getFirst("x-amz-target");
      String operation = target.substring(target.indexOf('.') + 1);
      operations.add(isStale(operation, body) ? operation + ", perhaps stale" : operation);
      if (meanwhile.countdown().decrementAndGet() == 0) {
        meanwhile.something().run();
      }
      var planned = next.poll();
      var struck = planned == null ? always : planned;
      if (struck.isEmpty()) {
        var answer = forward(exchange.getRequestHeaders(), body);
        applyLate();
        answer(exchange, answer);
      } else {
        meet(struck.get(), exchange, operation, body);
      }
    }
  }

  /** A read that may miss what was written before. */
  private static boolean isStale(String operation, byte[] body) {
    return operation.equals("GetItem")
        && !new String(body, StandardCharsets.UTF_8).contains("\"ConsistentRead\":true");
  }

  private void meet(Fault fault, HttpExchange exchange, String operation, byte[] body)
      throws IOException {
    var headers = exchange.getRequestHeaders();
    switch (fault) {
      case REQUEST_LOST -> {}
      case REQUEST_LATE -> late.add(request(headers, body));
      case ANSWER_LOST -> forward(headers, body);
      case ANSWER_LATE -> {
        var answer = forward(headers, body);
        pause();
        answer(exchange, answer);
      }
      case DELIVERED_TWICE -> {
        forward(headers, body);
        answer(exchange, forward(headers, body));
      }
      case CONFLICT -> error(exchange, 400, conflict(operation));
      case THROTTLED -> error(exchange, 400, simple("ThrottlingException"));
      case INNER_FAULT -> error(exchange, 500, simple("InternalServerError"));
    }
  }

  /** Nobody waits for the answers. */
  private void applyLate() throws IOException {
    for (var each = late.poll(); each != null; each = late.poll()) {
      send(each);
    }
  }

  private HttpResponse<byte[]> forward(Headers headers, byte[] body) throws IOException {
    return send(request(headers, body));
  }

  private static HttpRequest request(Headers headers, byte[] body) {
    var request = HttpRequest.newBuilder(DynamoDbLocal.endpoint());
    headers.forEach((name, values) -> {
      if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
        request.header(name, values.getFirst());
      }
    });
    return request.POST(BodyPublishers.ofByteArray(body)).build();
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return engine.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    for (String name : List.of("content-type", "x-amzn-requestid", "x-amz-crc32")) {
      answer
          .headers()
          .firstValue(name)
          .ifPresent(value -> exchange.getResponseHeaders().add(name, value));
    }
    write(exchange, answer.statusCode(), answer.body());
  }

  private static void error(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.0");
    write(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static String simple(String type) {
    return "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"struck\"}";
  }

  private static String conflict(String operation) {
    return operation.equals("TransactWriteItems")
        ? """
        {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
         "Message":"struck","CancellationReasons":[{"Code":"TransactionConflict",
         "Message":"struck"},{"Code":"None"},{"Code":"None"}]}\
        """
        : simple("TransactionConflictException");
  }

  private static void pause() {
    try {
      Thread.sleep(LATE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
