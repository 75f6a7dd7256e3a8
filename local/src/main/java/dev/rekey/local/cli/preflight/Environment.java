package dev.rekey.local.cli.preflight;

import dev.rekey.local.cli.stack.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * One environment of {@code samconfig.toml}, as `sam deploy --config-env` reads it.
 *
 * @param section where in the file it stands, for complaints
 * @param stack the name of the stack
 * @param parameters given values by name
 */
public record Environment(
    String section,
    String stack,
    Optional<String> region,
    Optional<String> profile,
    Map<String, String> parameters) {

  public Environment {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * Reads it.
   *
   * @param name such as {@code dev}
   * @throws Complaint where the file cannot be read, lacks it or has a value that SAM would misread
   */
  public static Environment read(Path file, String name) {
    var all = tree(file).path(name);
    var deploy = all.path("deploy").path("parameters");
    String section = "[" + name + ".deploy.parameters] of " + file.getFileName();
    if (!deploy.isObject()) {
      throw new Complaint("there is no " + section + ": name an environment that is in it");
    }
    var global = all.path("global").path("parameters");
    String stack =
        text(deploy, global, "stack_name")
            .orElseThrow(() -> new Complaint(section + " has no stack_name: write one"));
    return new Environment(
        section,
        stack,
        text(deploy, global, "region"),
        text(deploy, global, "profile"),
        Overrides.read(section, deploy.path("parameter_overrides")));
  }

  private static JsonNode tree(Path file) {
    try {
      return new TomlMapper().readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw new Complaint(file + " is not TOML: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new Complaint(file + " cannot be read: run it where the file is", e);
    }
  }

  private static Optional<String> text(JsonNode own, JsonNode global, String key) {
    return Stream.of(own.path(key), global.path(key))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .findFirst();
  }
}
