package dev.rekey.dynamo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values in and out. A missing attribute is empty; instants are epoch milliseconds. */
final class Values {
  private Values() {}

  static AttributeValue of(String text) {
    return AttributeValue.builder().s(text).build();
  }

  static AttributeValue of(long number) {
    return AttributeValue.builder().n(Long.toString(number)).build();
  }

  static AttributeValue of(Instant instant) {
    return of(instant.toEpochMilli());
  }

  static AttributeValue of(boolean flag) {
    return AttributeValue.builder().bool(flag).build();
  }

  static AttributeValue of(Map<String, AttributeValue> map) {
    return AttributeValue.builder().m(map).build();
  }

  static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  static Optional<Instant> instant(Map<String, AttributeValue> item, String name) {
    return number(item, name).map(Instant::ofEpochMilli);
  }

  static Optional<Long> number(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name))
        .map(AttributeValue::n)
        .map(digits -> number(digits, name));
  }

  @SuppressWarnings("UnusedException") // its message quotes the value
  private static long number(String digits, String name) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " of an item is not a whole number");
    }
  }

  static boolean flag(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::bool).orElse(false);
  }
}
