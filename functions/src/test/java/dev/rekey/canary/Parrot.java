package dev.rekey.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rekey.keys.KeyringJson;
import dev.rekey.testing.DynamoDbLocal;
import dev.rekey.testing.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * DynamoDB, Secrets Manager, SES and SNS. Each can fail in a way that says more than it should:
 * whatever it was told, and whatever it knows of everybody.
 */
final class Parrot implements AutoCloseable {
  /** Which service. */
  enum End {
    DYNAMO,
    SECRETS,
    MESSAGES
  }

  /** How a service behaves. */
  enum Manner {
    RIGHT,
    /** A refusal whose message quotes all, as DynamoDB's ValidationException does. */
    QUOTES,
    /** A refusal whose very code quotes all. */
    NAMES,
    /** 200, and what it was told. */
    REPEATS,
    /** 200, and JSON or XML that breaks off in the middle of a secret. */
    BREAKS_OFF,
    /** 500, quoting all. */
    FAILS,
    /** Too many calls, quoting all. */
    THROTTLES,
    /** A condition that failed, or a transaction that was cancelled, quoting all. */
    CANCELS,
    /** No answer at all. */
    HANGS_UP
  }

  /** What was asked, apart from the body. */
  record Asked(End end, String head, String body) {}

  private static final JsonMapper JSON = JsonMapper.shared();
  private final HttpClient engine =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<End, Manner> manners = new EnumMap<>(End.class);
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer others = listen();
  private final HttpServer ses = listen();
  private final HttpServer sns = listen();
  private volatile String gossip = "";

  private HttpServer listen() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = HttpServer.create(loopback, 0);
      server.setExecutor(threads);
      server.createContext("/", this::handle);
      server.start();
      return server;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** Where the SDK looks for its ends; each service has its own, as connections are kept by it. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", endpoint(others),
        "AWS_ENDPOINT_URL_SES", endpoint(ses),
        "AWS_ENDPOINT_URL_SNS", endpoint(sns));
  }

  private static String endpoint(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void behaves(End end, Manner manner) {
    manners.put(end, manner);
  }

  /** What it says beside what it was told. */
  void knows(String secrets) {
    gossip = secrets;
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    others.stop(0);
    ses.stop(0);
    sns.stop(0);
    threads.close();
    engine.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      var headers = exchange.getRequestHeaders();
      String target = String.valueOf(headers.getFirst("X-Amz-Target"));
      var end =
          target.startsWith("DynamoDB")
              ? End.DYNAMO
              : target.startsWith("secretsmanager") ? End.SECRETS : End.MESSAGES;
      if ("close".equals(headers.getFirst("Connection"))) { // RFC 9112 section 9.6
        exchange.getResponseHeaders().add("Connection", "close");
      }
      asked.add(
          new Asked(
              end,
              exchange.getRequestURI() + " " + headers.entrySet(),
              new String(body, ISO_8859_1)));
      answer(exchange, end, target, body);
    }
  }

  private void answer(HttpExchange exchange, End end, String target, byte[] body)
      throws IOException {
    String said = new String(body, UTF_8) + " " + gossip;
    switch (manners.getOrDefault(end, Manner.RIGHT)) {
      case RIGHT -> right(exchange, end, target, body);
      case QUOTES -> write(exchange, 400, error(end, "ValidationException", said));
      case NAMES -> write(exchange, 400, error(end, code(said), said));
      case REPEATS -> write(exchange, 200, said);
      case BREAKS_OFF -> write(exchange, 200, end == End.MESSAGES ? "<r>" + said : broken(said));
      case FAILS -> write(exchange, 500, error(end, "InternalServerError", said));
      case THROTTLES -> write(exchange, 400, error(end, "ThrottlingException", said));
      case CANCELS -> write(exchange, 400, cancelled(target, said));
      case HANGS_UP -> {}
    }
  }

  private void right(HttpExchange exchange, End end, String target, byte[] body)
      throws IOException {
    switch (end) {
      case DYNAMO -> {
        var request =
            HttpRequest.newBuilder(DynamoDbLocal.endpoint())
                .header("x-amz-target", target)
                .header("content-type", "application/x-amz-json-1.0")
                .header("x-amz-date", exchange.getRequestHeaders().getFirst("X-Amz-Date"))
                .header("authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
          var answer = engine.send(request, BodyHandlers.ofByteArray());
          write(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      case SECRETS ->
          write(
              exchange,
              200,
              JSON.writeValueAsString(Map.of("Name", "keys", "SecretString", keyring())));
      case MESSAGES ->
          write(
              exchange,
              200,
              new String(body, UTF_8).contains("Action=Publish")
                  ? "<r><PublishResult><MessageId>m</MessageId></PublishResult></r>"
                  : "<r><SendEmailResult><MessageId>m</MessageId></SendEmailResult></r>");
    }
  }

  static String keyring() {
    return KeyringJson.write(TestKeys.keyring());
  }

  /** JSON in which a secret stands where a word of JSON should. */
  private static String broken(String said) {
    return "{\"SecretString\":" + keyring() + ",\"Item\":" + said.replace("\"", "");
  }

  private static String error(End end, String code, String message) {
    return end == End.MESSAGES
        ? "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
            .formatted(xml(code), xml(message))
        : JSON.writeValueAsString(Map.of("__type", "com.amazonaws#" + code, "message", message));
  }

  private static String cancelled(String target, String said) {
    if (!target.endsWith("TransactWriteItems")) {
      return JSON.writeValueAsString(
          Map.of(
              "__type",
              "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
              "message",
              said));
    }
    return JSON.writeValueAsString(
        Map.of(
            "__type",
            "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
            "Message",
            said,
            "CancellationReasons",
            List.of(Map.of("Code", said, "Message", said))));
  }

  /** The SDK takes what stands between these two signs. */
  private String code(String said) {
    return (gossip + said).replaceAll("[#:]", "");
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void write(HttpExchange exchange, int status, String body) throws IOException {
    write(exchange, status, body.getBytes(UTF_8));
  }

  private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
