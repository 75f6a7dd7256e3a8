package dev.rekey.local.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes bodies so that two runs write the same: values that change have names, and the members of
 * objects an order.
 *
 * @param names of values that no rule knows
 */
record Placeholders(Map<String, String> names) {
  private static final List<String> LEADING =
      List.of("statusCode", "message", "apiCode", "requestId", "verifyMethod", "codeType");
  private static final Map<Pattern, String> RULES =
      Map.of(
          Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "<uuid>",
          Pattern.compile("[A-Za-z0-9_-]{86}"), "<token>",
          Pattern.compile("-----BEGIN PUBLIC KEY-----\n[^-]+-----END PUBLIC KEY-----\n"), "<PEM>",
          Pattern.compile("04[0-9a-f]{128}"), "<point in hex>");
  private static final int SHOWN_WHOLE = 3;

  /** A body on one line; what is no JSON as it is. */
  String body(String text) {
    try {
      return value(JsonMapper.shared().readTree(text));
    } catch (JacksonException e) {
      return text;
    }
  }

  private String value(JsonNode node) {
    if (node.isObject()) {
      return node.propertyStream()
          .sorted(Comparator.comparing(member -> place(member.getKey())))
          .map(member -> "\"" + member.getKey() + "\": " + value(member.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node.isArray()) {
      return shown(node).collect(Collectors.joining(", ", "[", "]"));
    }
    var named = name(node.asString(""));
    return node.isString()
        ? JsonMapper.shared().writeValueAsString(named.orElse(node.asString()))
        : named.orElse(node.toString());
  }

  /** Of a long list China alone. */
  private Stream<String> shown(JsonNode array) {
    if (array.size() <= SHOWN_WHOLE) {
      return array.valueStream().map(this::value);
    }
    var china = array.valueStream().filter(it -> it.path("alpha2").asString("").equals("CN"));
    return Stream.concat(Stream.concat(Stream.of("…"), china.map(this::value)), Stream.of("…"));
  }

  private Optional<String> name(String value) {
    return Optional.ofNullable(names.get(value))
        .or(() ->
            RULES.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(value).matches())
                .map(Map.Entry::getValue)
                .findFirst());
  }

  private static String place(String member) {
    int place = LEADING.indexOf(member);
    return place < 0 ? "z" + member : "a" + place;
  }
}
