package dev.rekey.local.template;

import java.util.List;
import java.util.function.Function;

/** A condition or an assertion of a template, of Equals, Not, And and Or. */
final class Condition {
  private Condition() {}

  /**
   * Whether it holds.
   *
   * @param text what stands at a place
   * @throws TemplateException where it uses another function
   */
  static boolean holds(Tree tree, Function<Tree, String> text) {
    if (tree.call("Fn::Not") != null) {
      return !holds(operands(tree, "Fn::Not").getFirst(), text);
    }
    if (tree.call("Fn::And") != null) {
      return operands(tree, "Fn::And").stream().allMatch(it -> holds(it, text));
    }
    if (tree.call("Fn::Or") != null) {
      return operands(tree, "Fn::Or").stream().anyMatch(it -> holds(it, text));
    }
    return operands(tree, "Fn::Equals").stream().map(text).distinct().count() == 1;
  }

  private static List<Tree> operands(Tree tree, String function) {
    var called = tree.call(function);
    if (called == null || called.elements().isEmpty()) {
      throw tree.error("uses a function that is not known here");
    }
    return called.elements();
  }
}
