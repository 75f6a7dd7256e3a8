package dev.rekey.dynamo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How many bytes DynamoDB counts for an item: names and texts in UTF-8, a byte and half a byte a
 * digit for a number, three bytes for a map and one more for each of its entries.
 */
final class ItemSize {
  private static final int MAP = 3;

  private ItemSize() {}

  static int of(Map<String, AttributeValue> item) {
    return item.entrySet().stream().mapToInt(it -> utf8(it.getKey()) + of(it.getValue())).sum();
  }

  private static int of(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s());
      case N -> number(value.n());
      case BOOL, NUL -> 1;
      case B -> value.b().asByteArrayUnsafe().length;
      case M -> MAP + value.m().size() + of(value.m());
      default -> throw new IllegalArgumentException(value.type() + " is stored nowhere");
    };
  }

  private static int number(String text) {
    var number = new BigDecimal(text).stripTrailingZeros();
    int sign = number.signum() < 0 ? 1 : 0;
    return 1 + (number.precision() + 1) / 2 + sign;
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
