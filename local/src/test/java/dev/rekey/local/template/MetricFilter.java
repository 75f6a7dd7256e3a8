package dev.rekey.local.template;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A metric filter of the template. Of the patterns of CloudWatch Logs it knows what the template
 * uses: one comparison of a text, or several of which one, or every one, must hold.
 *
 * @param metric what it counts
 * @param every whether every condition must hold, and not one of them
 * @param dimensions fields of the line that tell its counts apart
 */
record MetricFilter(
    String metric, List<Condition> conditions, boolean every, List<String> dimensions) {
  private static final Pattern FORM = Pattern.compile("\\{ (.+) }");
  private static final Pattern CONDITION = Pattern.compile("\\(?\\$\\.(\\w+) = \"(\\w+|\\*)\"\\)?");

  /** A field of the line and what it must be; {@code *} is any text. */
  record Condition(String field, String value) {
    private static Condition read(String text) {
      var found = CONDITION.matcher(text);
      if (!found.matches()) {
        throw new AssertionError("not a comparison that this knows: " + text);
      }
      return new Condition(found.group(1), found.group(2));
    }

    private boolean holds(JsonNode line) {
      return value.equals("*") ? line.has(field) : line.path(field).asString("").equals(value);
    }
  }

  static Stream<MetricFilter> all() {
    return ShippedTemplate.all("AWS::Logs::MetricFilter").values().stream()
        .map(resource -> read(resource.at("Properties")));
  }

  private static MetricFilter read(Tree properties) {
    var form = FORM.matcher(properties.at("FilterPattern").scalar());
    if (!form.matches()) {
      throw properties.at("FilterPattern").error("is not in braces");
    }
    var counted = properties.at("MetricTransformations").elements();
    if (counted.size() != 1) {
      throw properties.at("MetricTransformations").error("must be one");
    }
    String conditions = form.group(1);
    return new MetricFilter(
        counted.getFirst().at("MetricName").scalar(),
        Arrays.stream(conditions.split(" \\|\\| | && ", -1)).map(Condition::read).toList(),
        conditions.contains(" && "),
        counted.getFirst().at("Dimensions").elements().stream()
            .map(it -> it.at("Value").scalar())
            .toList());
  }

  boolean counts(JsonNode line) {
    return every
        ? conditions.stream().allMatch(condition -> condition.holds(line))
        : conditions.stream().anyMatch(condition -> condition.holds(line));
  }
}
