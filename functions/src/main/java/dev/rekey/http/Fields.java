package dev.rekey.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object in a request. JSON null counts as absent, a whole number where text
 * is due as its digits (contract sections 2.4 and 9). Whatever is wrong is a refusal that names the
 * field and never its value.
 */
public final class Fields {
  private final JsonNode object;

  Fields(JsonNode object) {
    this.object = object;
  }

  /** Text that must be there and not empty. */
  public String required(String name) {
    return optional(name).orElseThrow(() -> new MalformedRequest(AnswerCode.MISSING_FIELD, name));
  }

  /** Text; empty where it is absent, null or of no length. */
  public Optional<String> optional(String name) {
    return present(name).map(node -> text(name, node)).filter(text -> !text.isEmpty());
  }

  /** An object that must be there. */
  public Fields object(String name) {
    var node =
        present(name).orElseThrow(() -> new MalformedRequest(AnswerCode.MISSING_FIELD, name));
    if (!node.isObject()) {
      throw new MalformedRequest(AnswerCode.BAD_VALUE, name);
    }
    return new Fields(node);
  }

  /** One of an enum's constants, in any case, that must be there. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    return constant(name, required(name), type);
  }

  /** One of an enum's constants, in any case. */
  public <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> type) {
    return optional(name).map(value -> constant(name, value, type));
  }

  private Optional<JsonNode> present(String name) {
    return object.optional(name).filter(node -> !node.isNull());
  }

  private static String text(String name, JsonNode node) {
    if (node.isString() || node.isIntegralNumber()) {
      return node.asString();
    }
    throw new MalformedRequest(AnswerCode.BAD_VALUE, name);
  }

  private static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
    // Not by valueOf: its exception quotes what was sent.
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(upperCase(value)))
        .findFirst()
        .orElseThrow(() -> new MalformedRequest(AnswerCode.BAD_VALUE, name));
  }

  /**
   * The upper case of a constant's name; other letters than those of ASCII stay, since some of them
   * turn into these.
   */
  static String upperCase(String name) {
    boolean ascii = name.chars().allMatch(sign -> sign < 0x80);
    return ascii ? name.toUpperCase(Locale.ROOT) : name;
  }
}
