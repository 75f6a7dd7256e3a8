package dev.rekey.local.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as all parts of the runner read and write it. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /**
   * Reads one JSON object.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static ObjectNode readObject(String text) {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not well-formed JSON: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  /**
   * Reads one JSON array of objects.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static List<ObjectNode> readObjects(String text) {
    try {
      return MAPPER.readerForListOf(ObjectNode.class).readValue(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not an array of objects: " + e.getOriginalMessage(), e);
    }
  }

  /** A record out of JSON that this program wrote itself. */
  public static <T> T read(String text, Class<T> type) {
    return MAPPER.readValue(text, type);
  }

  /** A text member, or null where it is absent or JSON null. */
  public static @Nullable String text(JsonNode object, String name) {
    var value = object.path(name);
    return value.isString() ? value.stringValue() : null;
  }

  /** All text members of an object, for example the headers of an answer. */
  public static Map<String, String> texts(JsonNode object) {
    var texts = new LinkedHashMap<String, String>();
    object.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString()));
    return texts;
  }
}
