package dev.rekey.local.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serial;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code docs/openapi.yaml} says of a body in words, since no JSON schema can say it. There is
 * no other ground on which a body that fits its schema may be refused as malformed.
 *
 * <ul>
 *   <li>How it is read: one object, at most 16 deep, no key twice, nothing behind it, no half of a
 *       surrogate pair, whole numbers of up to 1,000 digits, names of up to 50,000 characters. A
 *       schema sees values, and not how they were spelt.
 *   <li>{@code 7.0} and {@code 1e3} are no digits, though they are integers to a schema.
 *   <li>{@link #FORMS}: which text is an e-mail address, and which one a number of that country.
 * </ul>
 */
final class SentJson {
  /** Each apiCode that says nothing but this: 2204 no e-mail address, 2028 no phone number. */
  static final Set<Integer> FORMS = Set.of(2204, 2028);

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNumberLength(1000)
                          .maxNameLength(50_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .nodeFactory(new Spelling())
          .build();

  private SentJson() {}

  /** A fraction is never whole here, as it is not to the service. */
  private static final class Spelling extends JsonNodeFactory {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public NumericNode numberNode(double value) {
      return super.numberNode(0.5);
    }
  }

  /**
   * Reads a body.
   *
   * @throws IllegalArgumentException when the words of the file do not allow it
   */
  static ObjectNode read(String body) {
    var text = body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body;
    JsonNode tree;
    try {
      tree = MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not well-formed JSON: " + e.getOriginalMessage(), e);
    }
    if (!(tree instanceof ObjectNode object)) {
      throw new IllegalArgumentException("not a JSON object");
    }
    if (!UTF_8.newEncoder().canEncode(object.toString())) {
      throw new IllegalArgumentException("no text, with half of a surrogate pair");
    }
    return object;
  }
}
