package dev.rekey.local.account;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as read; what is missing is empty. */
record StoredItem(Map<String, AttributeValue> attributes) {
  String pk() {
    return text("pk").orElseThrow();
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  long number(String name) {
    return Optional.ofNullable(attributes.get(name)).map(v -> Long.parseLong(v.n())).orElse(0L);
  }

  boolean flag(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::bool).orElse(false);
  }
}
