package dev.rekey.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.LoopbackServer;
import dev.rekey.local.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The ends of AWS that the command line speaks to, on loopback and in their own protocols: a stack
 * in which everything is in order, until a test says otherwise. The clients find it as they would
 * find any emulator, by the SDK's own properties.
 */
final class StackUnderTest implements AutoCloseable {
  static final String OPERATE = "rekey-Operate-1A2B";
  static final String DELIVER = "rekey-DeliverMail-3C4D";
  static final String AUDIT = "rekey-Audit-7G8H";

  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");

  /**
   * One request.
   *
   * @param protocol how its answer is written: json, rest or query
   */
  record Request(String operation, String protocol, String path, String body, String invocation) {}

  private final LoopbackServer server;
  private final Map<String, Function<Request, Reply>> answers = new HashMap<>();
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> before = new TreeMap<>();

  StackUnderTest() {
    try {
      server = LoopbackServer.bind(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.route("/", this::answer);
    server.start();
    InOrder.answers().forEach((operation, body) -> answers(operation, body));
    property("aws.endpointUrl", server.uri().toString());
    property("aws.region", "eu-central-1");
    property("aws.accessKeyId", "test");
    property("aws.secretAccessKey", "test");
    property("aws.maxAttempts", "1");
  }

  private void property(String name, String value) {
    before.put(name, System.getProperty(name, ""));
    System.setProperty(name, value);
  }

  String url() {
    return server.uri().toString();
  }

  /** From now on an operation is answered so. */
  void answers(String operation, String body) {
    answers(operation, request -> ok(request, body));
  }

  void answers(String operation, Function<Request, Reply> answer) {
    answers.put(operation, answer);
  }

  /** From now on an operation is refused with this error. */
  void refuses(String operation, int status, String code) {
    answers(operation, request -> error(request, status, code));
  }

  void deniesAll() {
    answers.replaceAll((_, _) -> request -> error(request, 403, "AccessDeniedException"));
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  List<Request> requests(String operation) {
    return requests().stream().filter(it -> it.operation().equals(operation)).toList();
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    var request = read(exchange);
    requests.add(request);
    var answer = answers.get(request.operation());
    return answer == null
        ? Reply.line(500, "no answer to " + request.operation())
        : answer.apply(request);
  }

  private static Request read(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      return new Request(target.replaceFirst(".*\\.", ""), "json", path, body, "");
    }
    var action = ACTION.matcher(body);
    if (action.find()) {
      return new Request(action.group(1), "query", path, body, "");
    }
    String invocation =
        String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type"));
    String query =
        Optional.ofNullable(exchange.getRequestURI().getQuery()).map("?"::concat).orElse("");
    return new Request(rest(path), "rest", path + query, body, invocation);
  }

  private static String rest(String path) {
    if (path.endsWith("/invocations")) {
      return "Invoke";
    }
    if (path.contains("/event-source-mappings")) {
      return "ListEventSourceMappings";
    }
    if (path.endsWith("/account-settings")) {
      return "GetAccountSettings";
    }
    if (path.contains("/configuration-sets/")) {
      return "GetConfigurationSet";
    }
    return path.endsWith("/account") ? "GetAccount" : "GetEmailIdentity";
  }

  static Reply ok(Request request, String body) {
    if (request.operation().equals("Invoke") && request.invocation().equals("DryRun")) {
      return Reply.empty();
    }
    if (!request.protocol().equals("query")) {
      return Reply.of(200, "application/json", body);
    }
    String name = request.operation();
    return Reply.of(
        200,
        "text/xml",
        "<%sResponse><%sResult>%s</%sResult></%sResponse>".formatted(name, name, body, name, name));
  }

  /** There is no stack yet, as CloudFormation says it: no code of its own, but these words. */
  void hasNoStack() {
    answers(
        "DescribeStacks",
        request -> error(request, 400, "ValidationError", "Stack with id rekey does not exist"));
  }

  static Reply error(Request request, int status, String code) {
    return error(request, status, code, "no");
  }

  private static Reply error(Request request, int status, String code, String message) {
    if (request.protocol().equals("query")) {
      String error = "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, message);
      return Reply.of(status, "text/xml", "<ErrorResponse>" + error + "</ErrorResponse>");
    }
    var json = Reply.json(status, Json.object().put("__type", code).put("message", message));
    var headers = new HashMap<>(json.headers());
    headers.put("X-Amzn-ErrorType", List.of(code));
    return new Reply(status, headers, json.body());
  }

  @Override
  public void close() {
    before.forEach((name, value) -> {
      if (value.isEmpty()) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, value);
      }
    });
    server.close();
  }
}
