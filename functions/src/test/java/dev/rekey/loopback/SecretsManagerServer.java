package dev.rekey.loopback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Secrets Manager with one secret, for the calls that make and rotate it, by its documented rules:
 * a version keeps its first value, a label is on one version, and moves only from where it is.
 */
public final class SecretsManagerServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String CURRENT = "AWSCURRENT";

  private final HttpServer server;
  private final String secretId;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> stages = new LinkedHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private boolean rotates = true;

  /** One secret of this id, without any version. */
  public SecretsManagerServer(String secretId) {
    this.secretId = secretId;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where clients find it. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The names of the operations so far. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** A rotation begins: its version is pending and has no value. */
  public synchronized void begin(String versionId) {
    stages.put("AWSPENDING", versionId);
  }

  /** Somebody switches rotation on or off. */
  public synchronized void rotates(boolean on) {
    rotates = on;
  }

  /** Somebody puts another value by hand. */
  public synchronized void edit(String versionId, String value) {
    values.put(versionId, value);
    stage(CURRENT, versionId);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    var operation = exchange.getRequestHeaders().getFirst("X-Amz-Target").split("\\.", 2)[1];
    var request = (ObjectNode) JSON.readTree(exchange.getRequestBody().readAllBytes());
    var answer = JSON.createObjectNode();
    int status = 200;
    synchronized (this) {
      calls.add(operation);
      var refusal = answer(operation, request, answer);
      if (!refusal.isEmpty()) {
        status = 400;
        answer.removeAll().put("__type", refusal).put("message", "refused: " + request);
      }
    }
    byte[] body = answer.toString().getBytes(UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length);
    try (exchange;
        var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /** Fills in the answer, or returns the code of a refusal. */
  private String answer(String operation, ObjectNode request, ObjectNode answer) {
    if (!request.path("SecretId").asString("").equals(secretId)) {
      return "ResourceNotFoundException";
    }
    return switch (operation) {
      case "DescribeSecret" -> describe(answer);
      case "GetSecretValue" -> get(request, answer);
      case "PutSecretValue" -> put(request);
      case "UpdateSecretVersionStage" -> move(request);
      default -> "InvalidRequestException";
    };
  }

  private String describe(ObjectNode answer) {
    answer.put("Name", secretId).put("RotationEnabled", rotates);
    var versions = answer.putObject("VersionIdsToStages");
    stages.forEach((stage, id) -> {
      var list = versions.path(id).isArray() ? versions.withArray(id) : versions.putArray(id);
      list.add(stage);
    });
    return "";
  }

  private String get(ObjectNode request, ObjectNode answer) {
    var stage = request.path("VersionStage").asString(CURRENT);
    var id = request.path("VersionId").asString(stages.getOrDefault(stage, ""));
    var value = values.get(id);
    if (value == null) {
      return "ResourceNotFoundException";
    }
    answer.put("Name", secretId).put("VersionId", id).put("SecretString", value);
    return "";
  }

  private String put(ObjectNode request) {
    var id = request.path("ClientRequestToken").asString("");
    var value = request.path("SecretString").asString("");
    var earlier = values.putIfAbsent(id, value);
    if (earlier == null) {
      for (JsonNode stage : request.path("VersionStages")) {
        stage(stage.asString(), id);
      }
    }
    return earlier == null || earlier.equals(value) ? "" : "ResourceExistsException";
  }

  private String move(ObjectNode request) {
    var stage = request.path("VersionStage").asString("");
    var holder = stages.get(stage);
    if (holder != null && !holder.equals(request.path("RemoveFromVersionId").asString(""))) {
      return "InvalidParameterException";
    }
    stage(stage, request.path("MoveToVersionId").asString(""));
    return "";
  }

  private void stage(String stage, String id) {
    var former = stages.put(stage, id);
    if (stage.equals(CURRENT) && former != null && !former.equals(id)) {
      stages.put("AWSPREVIOUS", former);
    }
  }
}
