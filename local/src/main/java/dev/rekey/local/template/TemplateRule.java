package dev.rekey.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule over several parameters, which CloudFormation asks before it makes anything. Of its
 * functions those are known that compare and combine: Ref, Equals, Not, And, Or.
 */
public final class TemplateRule {
  private final Tree rule;

  TemplateRule(Tree rule) {
    this.rule = rule;
  }

  /**
   * What the first assertion that does not hold says of itself.
   *
   * @param values of all parameters
   * @return nothing where the rule holds or does not apply
   * @throws TemplateException where it uses a function that is not known here, or a parameter
   *     without a value
   */
  public Optional<String> complaint(Map<String, String> values) {
    var condition = rule.at("RuleCondition");
    if (condition.present() && !holds(condition, values)) {
      return Optional.empty();
    }
    return rule.at("Assertions").elements().stream()
        .filter(it -> !holds(it.at("Assert"), values))
        .map(it -> it.at("AssertDescription").scalar())
        .findFirst();
  }

  private static boolean holds(Tree tree, Map<String, String> values) {
    if (tree.call("Fn::Not") != null) {
      return !holds(operands(tree, "Fn::Not").getFirst(), values);
    }
    if (tree.call("Fn::And") != null) {
      return operands(tree, "Fn::And").stream().allMatch(it -> holds(it, values));
    }
    if (tree.call("Fn::Or") != null) {
      return operands(tree, "Fn::Or").stream().anyMatch(it -> holds(it, values));
    }
    return operands(tree, "Fn::Equals").stream().map(it -> value(it, values)).distinct().count()
        == 1;
  }

  private static List<Tree> operands(Tree tree, String function) {
    var called = tree.call(function);
    if (called == null || called.elements().isEmpty()) {
      throw tree.error("uses a function that is not known here");
    }
    return called.elements();
  }

  private static String value(Tree tree, Map<String, String> values) {
    var ref = tree.call("Ref");
    if (ref == null) {
      return tree.scalar();
    }
    return Optional.ofNullable(values.get(ref.scalar()))
        .orElseThrow(() -> tree.error("refers to " + ref.scalar() + ", which has no value"));
  }
}
