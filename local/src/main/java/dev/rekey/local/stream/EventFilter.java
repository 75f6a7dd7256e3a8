package dev.rekey.local.stream;

import dev.rekey.local.wire.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The filter criteria of a mapping: exact values, {@code prefix}, {@code exists} and {@code
 * anything-but}. Anything else is refused at the start, so that no filter is half applied.
 */
final class EventFilter {
  private final List<JsonNode> patterns;

  /**
   * Reads the patterns of the template.
   *
   * @throws IllegalArgumentException when one is not JSON or uses an operator that is unknown here
   */
  EventFilter(List<String> patterns) {
    this.patterns = patterns.stream().<JsonNode>map(EventFilter::read).toList();
  }

  /** A record passes when one pattern matches it, or there is none. */
  boolean passes(JsonNode record) {
    return patterns.isEmpty() || patterns.stream().anyMatch(p -> matches(p, record));
  }

  private static JsonNode read(String pattern) {
    try {
      var json = Json.readObject(pattern);
      check(json);
      return json;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the filter " + pattern + " is " + e.getMessage(), e);
    }
  }

  private static void check(JsonNode pattern) {
    for (var entry : pattern.properties()) {
      var value = entry.getValue();
      if (value.isObject()) {
        check(value);
      } else if (value.isArray() && !value.isEmpty()) {
        value.forEach(EventFilter::checkCondition);
      } else {
        throw new IllegalArgumentException("wrong at " + entry.getKey() + ": a list is needed");
      }
    }
  }

  private static void checkCondition(JsonNode condition) {
    if (condition.isArray()) {
      throw new IllegalArgumentException("wrong: a list in a list");
    }
    if (!condition.isObject()) {
      return;
    }
    boolean known =
        condition.size() == 1
            && (condition.path("prefix").isString()
                || condition.path("exists").isBoolean()
                || isValueOrList(condition.path("anything-but")));
    if (!known) {
      throw new IllegalArgumentException("using what the runner does not know: " + condition);
    }
  }

  private static boolean isValueOrList(JsonNode node) {
    return node.isValueNode()
        || (node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode));
  }

  private static boolean matches(JsonNode pattern, JsonNode record) {
    return pattern.properties().stream()
        .allMatch(entry -> {
          var here = record.path(entry.getKey());
          return entry.getValue().isObject()
              ? matches(entry.getValue(), here)
              : entry.getValue().valueStream().anyMatch(c -> meets(c, here));
        });
  }

  private static boolean meets(JsonNode condition, JsonNode value) {
    if (!condition.isObject()) {
      return condition.equals(value);
    }
    if (condition.has("exists")) {
      return condition.path("exists").booleanValue() == !value.isMissingNode();
    }
    if (condition.has("prefix")) {
      return value.isString()
          && value.stringValue().startsWith(condition.path("prefix").stringValue());
    }
    var excluded = condition.path("anything-but");
    return value.isValueNode()
        && (excluded.isArray()
            ? excluded.valueStream().noneMatch(value::equals)
            : !excluded.equals(value));
  }
}
