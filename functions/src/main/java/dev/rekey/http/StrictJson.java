package dev.rekey.http;

import dev.rekey.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON of strangers: nothing that two readers could understand in two ways gets in
 * (contract section 9). Duplicate keys, trailing text, depth over 16 and lone surrogates are
 * refused; a leading byte order mark is ignored. The bounds are told in {@code docs/openapi.yaml}.
 */
final class StrictJson {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int DEPTH = 16;
  private static final int DIGITS = 1_000;
  private static final int NAME_LENGTH = 50_000;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              Json.factory(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxNumberLength(DIGITS)
                          .maxNameLength(NAME_LENGTH)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /** The fields of the object that the text spells. */
  static Fields object(String body) {
    JsonNode node;
    try {
      node = MAPPER.readTree(body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body);
    } catch (JacksonException e) {
      throw new MalformedRequest(AnswerCode.MALFORMED);
    }
    if (!node.isObject() || !wellFormed(node)) {
      throw new MalformedRequest(AnswerCode.MALFORMED);
    }
    return new Fields(node);
  }

  private static boolean wellFormed(JsonNode node) {
    if (node.isString()) {
      return wellFormed(node.asString());
    }
    return node.propertyStream().allMatch(entry -> wellFormed(entry.getKey()))
        && node.valueStream().allMatch(StrictJson::wellFormed);
  }

  /** Whether every surrogate has its other half: UTF-8 has no form for one alone. */
  private static boolean wellFormed(String text) {
    return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }
}
