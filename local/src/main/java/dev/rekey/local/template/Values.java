package dev.rekey.local.template;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves what may stand in place of a value: Ref, Fn::Sub, Fn::GetAtt of an Arn, Fn::If. */
final class Values {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");
  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::Region", "us-east-1",
          "AWS::AccountId", "000000000000",
          "AWS::Partition", "aws",
          "AWS::URLSuffix", "amazonaws.com",
          "AWS::StackName", "rekey-local");

  private final Map<String, String> known = new HashMap<>(PSEUDO);
  private final Tree conditions;

  /**
   * Begins with what AWS itself names.
   *
   * @param conditions of the template, by name
   */
  Values(Tree conditions) {
    this.conditions = conditions;
  }

  /** Makes a name known to {@code Ref} and {@code Sub}. */
  void put(String name, String value) {
    known.put(name, value);
  }

  boolean knows(String name) {
    return known.containsKey(name);
  }

  /** The text that stands here once deployed. */
  String text(Tree tree) {
    var ref = tree.call("Ref");
    if (ref != null) {
      return named(ref.scalar(), tree);
    }
    var sub = tree.call("Fn::Sub");
    if (sub != null) {
      return VARIABLE
          .matcher(sub.scalar())
          .replaceAll(match -> Matcher.quoteReplacement(named(match.group(1), tree)));
    }
    var attribute = tree.call("Fn::GetAtt");
    if (attribute != null) {
      return named(attribute.scalar(), tree);
    }
    var choice = tree.call("Fn::If");
    if (choice != null) {
      var parts = choice.elements();
      var condition = conditions.at(parts.getFirst().scalar());
      return text(parts.get(Condition.holds(condition, this::text) ? 1 : 2));
    }
    if (tree.isMapping()) {
      throw tree.error("uses a function that the runner does not know: " + tree.entries().keySet());
    }
    return tree.scalar();
  }

  int number(Tree tree, int otherwise) {
    if (!tree.present()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text(tree));
    } catch (NumberFormatException e) {
      throw new TemplateException(tree.path() + " must be a whole number", e);
    }
  }

  private String named(String name, Tree where) {
    var value = known.get(name);
    if (value == null) {
      throw where.error("refers to " + name + ", which is neither a parameter nor a resource");
    }
    return value;
  }
}
