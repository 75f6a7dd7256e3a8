package dev.rekey.local.fault;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The body of {@code PUT /_local/faults}. */
public final class FaultsJson {
  private static final Set<String> FIELDS = Set.of("status", "times", "delay");
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

  private FaultsJson() {}

  /**
   * Reads the faults by end.
   *
   * @throws IllegalArgumentException with a line that says what is wrong
   */
  public static Map<End, Fault> read(JsonNode body) {
    var faults = new EnumMap<End, Fault>(End.class);
    for (var entry : body.properties()) {
      var end =
          End.named(entry.getKey())
              .orElseThrow(() ->
                  wrong(
                      "'%s' is none of %s"
                          .formatted(
                              entry.getKey(),
                              Arrays.stream(End.values()).map(End::wireName).toList())));
      faults.put(end, fault(end.wireName(), entry.getValue()));
    }
    return faults;
  }

  private static Fault fault(String end, JsonNode json) {
    if (!json.isObject()) {
      throw wrong("%s must be an object".formatted(end));
    }
    for (var name : json.propertyNames()) {
      if (!FIELDS.contains(name)) {
        throw wrong("%s has no '%s', only status, times and delay".formatted(end, name));
      }
    }
    var status = number(end, json, "status", 400, 599);
    var delay = delay(end, json.path("delay"));
    if (status.isEmpty() && delay.isEmpty()) {
      throw wrong("%s needs a status or a delay".formatted(end));
    }
    return new Fault(
        status.isPresent() ? OptionalInt.of((int) status.getAsLong()) : OptionalInt.empty(),
        number(end, json, "times", 1, Integer.MAX_VALUE),
        delay);
  }

  private static OptionalLong number(String end, JsonNode json, String name, int from, int to) {
    var value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalLong.empty();
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < from
        || value.longValue() > to) {
      throw wrong("%s.%s must be a whole number from %s to %s".formatted(end, name, from, to));
    }
    return OptionalLong.of(value.longValue());
  }

  private static Optional<Duration> delay(String end, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    try {
      var delay = Duration.parse(value.asString());
      if (!delay.isNegative() && delay.compareTo(LONGEST_DELAY) <= 0) {
        return Optional.of(delay);
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          end + ".delay must be a duration such as PT2S, not " + value, e);
    }
    throw wrong("%s.delay must be from PT0S to %s".formatted(end, LONGEST_DELAY));
  }

  private static IllegalArgumentException wrong(String line) {
    return new IllegalArgumentException(line);
  }
}
