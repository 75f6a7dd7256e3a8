package dev.rekey.local.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests of another form: what the adapter wrote, bent. */
final class Bodies {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int DEEP = 10_000;
  private static final int LONG = 20_000;

  /** In place of one value, as JSON. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "[]",
          "{}",
          "[[\"a\"]]",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\u202e%s%n${jndi:x}'\\\"--\"",
          "\"" + "a".repeat(LONG) + "\"");

  private Bodies() {}

  /** The same with the values of its body in the query, and no body. */
  static Call asQuery(Call call) {
    var query =
        leaves(tree(call), "").stream()
            .map(leaf ->
                leaf.path().substring(leaf.path().lastIndexOf('/') + 1)
                    + "="
                    + URLEncoder.encode(leaf.value().asString(""), UTF_8))
            .collect(Collectors.joining("&"));
    return call.withPath(call.path() + "?" + query).withBytes("");
  }

  /** Everything that a careless or hostile client could send in its place. */
  static List<Call> bent(Call call) {
    var bent = new ArrayList<Call>();
    var whole = call.body();
    for (var text :
        List.of(
            "",
            "{",
            "[]",
            "null",
            "\"text\"",
            "{}",
            "[".repeat(DEEP),
            "{\"a\":".repeat(DEEP),
            whole + whole,
            whole.substring(0, whole.length() / 2))) {
      bent.add(call.withBody(text));
    }
    bent.add(call.withBytes("\u00ff\u00fe\u0000\u00d8"));
    var tree = tree(call);
    for (var leaf : leaves(tree, "")) {
      for (var value : VALUES) {
        bent.add(call.withBody(replaced(tree, leaf, value)));
      }
      bent.add(call.withBody(without(tree, leaf)));
    }
    return bent;
  }

  /** One value of a body, at a JSON pointer. */
  private record Leaf(String path, JsonNode value) {
    String parent() {
      return path.substring(0, path.lastIndexOf('/'));
    }

    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  private static JsonNode tree(Call call) {
    try {
      return JSON.readTree(call.body());
    } catch (JacksonException e) {
      throw new NotAsked("the service does not take JSON");
    }
  }

  private static List<Leaf> leaves(JsonNode node, String path) {
    var leaves = new ArrayList<Leaf>();
    node.properties()
        .forEach(member -> {
          var at = path + "/" + member.getKey();
          if (member.getValue().isObject()) {
            leaves.addAll(leaves(member.getValue(), at));
          } else {
            leaves.add(new Leaf(at, member.getValue()));
          }
        });
    return leaves;
  }

  /** By text, since not every value here can be one of a tree. */
  private static String replaced(JsonNode tree, Leaf leaf, String value) {
    var marked = tree.deepCopy();
    ((ObjectNode) marked.at(leaf.parent())).put(leaf.name(), "@here@");
    return JSON.writeValueAsString(marked).replace("\"@here@\"", value);
  }

  private static String without(JsonNode tree, Leaf leaf) {
    var fewer = tree.deepCopy();
    ((ObjectNode) fewer.at(leaf.parent())).remove(leaf.name());
    return JSON.writeValueAsString(fewer);
  }
}
