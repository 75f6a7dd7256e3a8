package dev.rekey.local.openapi;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.rekey.local.wire.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Compares a record of the wire with its schema, in both directions: names, what may be absent,
 * types and the constants of enums.
 *
 * @param place for the complaints
 * @param schemas the schema, or each of its forms
 */
record WireRecord(ApiFile file, String place, Class<?> type, List<JsonNode> schemas) {
  /** A whole number counts as text in a body, and null as absent. */
  private static final Set<String> TEXT = Set.of("string", "integer", "null");

  static WireRecord of(ApiFile file, Class<?> type, JsonNode schema) {
    var forms = file.resolved(schema).path("anyOf");
    return new WireRecord(
        file,
        type.getSimpleName(),
        type,
        forms.isEmpty() ? List.of(file.resolved(schema)) : resolved(file, forms.valueStream()));
  }

  /** What differs, a line each. */
  List<String> differences() {
    var differences = new ArrayList<String>();
    var components =
        Arrays.stream(type.getRecordComponents())
            .collect(toMap(RecordComponent::getName, Function.identity()));
    var names = new TreeSet<>(components.keySet());
    schemas.forEach(schema -> names.addAll(properties(schema)));
    for (var name : names) {
      var component = components.get(name);
      if (component == null) {
        differences.add(place + "." + name + " is in the file alone");
      } else if (!schemas.stream().allMatch(schema -> properties(schema).contains(name))) {
        differences.add(place + "." + name + " is in the record alone");
      } else {
        compare(name, component.getGenericType(), differences);
      }
    }
    return differences;
  }

  private void compare(String name, Type declared, List<String> differences) {
    boolean optional =
        declared instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
    var type = optional ? ((ParameterizedType) declared).getActualTypeArguments()[0] : declared;
    boolean required =
        schemas.stream().allMatch(schema -> texts(schema.path("required")).contains(name));
    if (optional == required) {
      differences.add(place + "." + name + " is optional on one side alone");
    }
    var property =
        resolved(file, schemas.stream().map(schema -> schema.path("properties").path(name)));
    if (!fits(type, types(property.stream()))) {
      differences.add(
          place + "." + name + " has another type in the file: " + types(property.stream()));
    }
    inner(name, type, property, differences);
  }

  private void inner(String name, Type type, List<JsonNode> property, List<String> differences) {
    var where = place + "." + name;
    if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
      constants(where, enumeration, property, differences);
    } else if (type instanceof Class<?> inner && inner.isRecord()) {
      var shaped = property.stream().filter(schema -> schema.has("properties")).toList();
      differences.addAll(new WireRecord(file, where, inner, shaped).differences());
    } else if (type instanceof ParameterizedType map
        && map.getRawType() == Map.class
        && map.getActualTypeArguments()[1] instanceof Class<?> value) {
      var values =
          property.stream().flatMap(schema -> schema.path("properties").valueStream()).toList();
      values.forEach(it ->
          differences.addAll(
              new WireRecord(file, where, value, List.of(file.resolved(it))).differences()));
    }
  }

  /** Each constant fits the file in any case; each name in the file is a constant. */
  private void constants(
      String where, Class<?> type, List<JsonNode> property, List<String> differences) {
    var constants = Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(toSet());
    for (var constant : constants) {
      for (var spelling : List.of(constant, constant.toLowerCase(Locale.ROOT))) {
        var value = Json.tree(spelling);
        if (property.stream()
            .noneMatch(schema -> new BodySchema(file, schema).problems(value).isEmpty())) {
          differences.add(where + " is not " + spelling + " in the file");
        }
      }
    }
    leaves(property.stream())
        .flatMap(leaf ->
            Stream.concat(texts(leaf.path("enum")).stream(), texts(leaf.path("examples")).stream()))
        .filter(text -> !text.isEmpty() && !constants.contains(text.toUpperCase(Locale.ROOT)))
        .forEach(text -> differences.add(where + " is " + text + " in the file alone"));
  }

  private static boolean fits(Type type, Set<String> types) {
    if (type == String.class || (type instanceof Class<?> c && c.isEnum())) {
      return types.contains("string") && TEXT.containsAll(types);
    }
    var raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    var one = Map.of(boolean.class, "boolean", long.class, "integer", List.class, "array");
    return types.equals(Set.of(one.getOrDefault(raw, "object")));
  }

  private Set<String> types(Stream<JsonNode> schemas) {
    return leaves(schemas).flatMap(WireRecord::types).collect(toSet());
  }

  /** The types of a schema, as they are said or as its constants have them. */
  private static Stream<String> types(JsonNode leaf) {
    var said = leaf.path("type");
    var constants = Stream.concat(leaf.optional("const").stream(), leaf.path("enum").valueStream());
    return said.isMissingNode()
        ? constants.map(it ->
            it.isIntegralNumber() ? "integer" : it.getNodeType().name().toLowerCase(Locale.ROOT))
        : said.isString() ? Stream.of(said.asString()) : texts(said).stream();
  }

  /** The schemas that a schema chooses from, or itself. */
  private Stream<JsonNode> leaves(Stream<JsonNode> schemas) {
    return schemas
        .map(file::resolved)
        .flatMap(schema ->
            schema.has("anyOf")
                ? Stream.concat(
                    Stream.of(Json.object().set("examples", schema.path("examples"))),
                    leaves(schema.path("anyOf").valueStream()))
                : Stream.of(schema));
  }

  private static List<JsonNode> resolved(ApiFile file, Stream<JsonNode> nodes) {
    return nodes.map(file::resolved).toList();
  }

  private static Set<String> properties(JsonNode schema) {
    return Set.copyOf(schema.path("properties").propertyNames());
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
  }
}
