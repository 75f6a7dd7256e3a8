package dev.rekey.local.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rekey.local.wire.Json;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A schema of the file, ready to be checked against. Thread-safe. */
final class BodySchema {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final Schema whole;
  private final List<Schema> branches;

  /**
   * Reads a schema.
   *
   * @param node of the file; its references begin at the root of the file
   */
  BodySchema(ApiFile file, JsonNode node) {
    whole = schema(file, node);
    var resolved = file.resolved(node);
    branches =
        List.of("oneOf", "anyOf").stream()
            .flatMap(keyword -> resolved.path(keyword).valueStream())
            .map(branch -> schema(file, branch))
            .toList();
  }

  private static Schema schema(ApiFile file, JsonNode node) {
    var root = Json.object();
    root.putArray("allOf").add(node);
    root.set("components", file.components());
    return SCHEMAS.getSchema(root);
  }

  /**
   * What is wrong with a value, a line each with the place in it; nothing where it fits. Of several
   * branches the one speaks that is nearest, for nobody can use the complaints of all.
   */
  List<String> problems(JsonNode value) {
    var problems = whole.validate(value);
    if (problems.isEmpty()) {
      return List.of();
    }
    return branches.stream()
        .map(branch -> branch.validate(value))
        .filter(errors -> !errors.isEmpty())
        .min(Comparator.comparingInt(List::size))
        .orElse(problems)
        .stream()
        .map(Error::toString)
        .toList();
  }
}
