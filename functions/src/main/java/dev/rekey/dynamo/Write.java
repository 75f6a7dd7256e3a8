package dev.rekey.dynamo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One conditional update in the making: constant expressions and the values that fill them. A name
 * that DynamoDB reserves is written {@code #name}; other names so written stand for keys in maps.
 */
final class Write {
  private static final Pattern NAME = Pattern.compile("#[a-z]+");
  private static final Pattern VALUE = Pattern.compile(":[A-Za-z]+");

  private final String update;
  private final String condition;
  private final Map<String, String> names;
  private final Map<String, AttributeValue> values = new HashMap<>();

  private Write(String update, String condition) {
    this.update = update;
    this.condition = condition;
    this.names =
        placeholders(NAME).collect(Collectors.toMap(name -> name, name -> name.substring(1)));
  }

  static Write of(String update, String condition) {
    return new Write(update, condition);
  }

  Write with(String placeholder, AttributeValue value) {
    values.put(placeholder, value);
    return this;
  }

  Write with(String placeholder, String value) {
    return with(placeholder, Values.of(value));
  }

  Write with(String placeholder, long value) {
    return with(placeholder, Values.of(value));
  }

  Write with(String placeholder, Instant value) {
    return with(placeholder, Values.of(value));
  }

  /** What a placeholder of the expressions stands for; one that they do not hold is left out. */
  Write named(String placeholder, String name) {
    names.computeIfPresent(placeholder, (_, _) -> name);
    return this;
  }

  String update() {
    return update;
  }

  String condition() {
    return condition;
  }

  /** Null where there is none: DynamoDB refuses an empty map. */
  @Nullable Map<String, String> names() {
    return names.isEmpty() ? null : names;
  }

  /**
   * Those that the expressions hold: DynamoDB refuses a value that nothing uses. Null where there
   * is none, as above.
   */
  @Nullable Map<String, AttributeValue> values() {
    Map<String, AttributeValue> used =
        placeholders(VALUE).collect(Collectors.toMap(name -> name, this::value));
    return used.isEmpty() ? null : used;
  }

  private Stream<String> placeholders(Pattern form) {
    return form.matcher(update + " " + condition).results().map(MatchResult::group).distinct();
  }

  private AttributeValue value(String placeholder) {
    return Objects.requireNonNull(values.get(placeholder), placeholder);
  }
}
