package dev.rekey.local.openapi;

import dev.rekey.local.template.RouteSpec;
import dev.rekey.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** {@code docs/openapi.yaml}. Immutable, thread-safe. */
final class ApiFile {
  private final JsonNode root;
  private final Map<RouteSpec, Operation> operations = new LinkedHashMap<>();
  private final AnswerSpec notFound;

  private ApiFile(JsonNode root) {
    this.root = root;
    for (var path : root.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        var route = new RouteSpec(operation.getKey().toUpperCase(Locale.ROOT), path.getKey());
        operations.put(route, operation(route, operation.getValue()));
      }
    }
    notFound = answer(components().path("responses").path("NotFound"));
  }

  /** The file of this checkout; tests run in the folder of their module. */
  static ApiFile shipped() {
    try {
      return read(Files.readString(Path.of("../docs/openapi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ApiFile read(String yaml) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new ApiFile(Json.tree(new Yaml(new SafeConstructor(options)).load(yaml)));
  }

  /** The stage that may stand before a path. */
  String stage() {
    var variables = root.path("servers").path(0).path("variables");
    return variables.path("stage").path("default").asString();
  }

  Map<RouteSpec, Operation> operations() {
    return Map.copyOf(operations);
  }

  Optional<Operation> operation(RouteSpec route) {
    return Optional.ofNullable(operations.get(route));
  }

  /** What a path that is no route is answered. */
  AnswerSpec notFound() {
    return notFound;
  }

  /** All of it. */
  JsonNode root() {
    return root;
  }

  JsonNode components() {
    return root.path("components");
  }

  /** A schema by its name. */
  JsonNode schema(String name) {
    return components().path("schemas").required(name);
  }

  /** What a node is, or what it refers to. */
  JsonNode resolved(JsonNode node) {
    var reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : resolved(root.requiredAt(reference.substring(1)));
  }

  private Operation operation(RouteSpec route, JsonNode node) {
    var answers = new LinkedHashMap<Integer, AnswerSpec>();
    for (var answer : node.path("responses").properties()) {
      answers.put(Integer.valueOf(answer.getKey()), answer(resolved(answer.getValue())));
    }
    var content = node.path("requestBody").path("content").optional(Operation.REQUEST_TYPE);
    var request = content.map(type -> new BodySchema(this, type.required("schema")));
    return new Operation(route, ids(node), request, answers);
  }

  private List<String> ids(JsonNode operation) {
    var headers = new ArrayList<String>();
    for (var alternative : operation.path("security")) {
      for (var scheme : alternative.propertyNames()) {
        headers.add(components().path("securitySchemes").path(scheme).path("name").asString());
      }
    }
    return headers;
  }

  private AnswerSpec answer(JsonNode answer) {
    var content = answer.path("content").properties().iterator().next();
    var headers = new LinkedHashMap<String, BodySchema>();
    for (var header : answer.path("headers").properties()) {
      headers.put(
          header.getKey(), new BodySchema(this, resolved(header.getValue()).required("schema")));
    }
    return new AnswerSpec(
        content.getKey(), new BodySchema(this, content.getValue().required("schema")), headers);
  }
}
