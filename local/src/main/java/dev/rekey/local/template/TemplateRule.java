package dev.rekey.local.template;

import java.util.Map;
import java.util.Optional;

/**
 * A rule over several parameters, which CloudFormation asks before it makes anything; of a value it
 * may say Ref alone.
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
    return Condition.holds(tree, it -> value(it, values));
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
