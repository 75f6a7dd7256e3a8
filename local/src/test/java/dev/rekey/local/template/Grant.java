package dev.rekey.local.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One statement of a function's role, with every optional thing asked for.
 *
 * @param resources what it is about: the name in the template, or the text of an ARN
 * @param butFor what it is not about, where it says that in place of resources
 */
record Grant(
    String sid, List<String> actions, List<String> resources, List<String> butFor, Tree statement) {

  /** The statements of the role of a function. */
  static List<Grant> of(String function) {
    return ShippedTemplate.properties(roleOf(function)).at("Policies").elements().stream()
        .flatMap(policy -> policy.at("PolicyDocument").at("Statement").elements().stream())
        .map(ShippedTemplate::whereAsked)
        .map(Grant::read)
        .toList();
  }

  /** The name of the role of a function. */
  static String roleOf(String function) {
    var role = ShippedTemplate.properties(function).at("Role").call("Fn::GetAtt");
    if (role == null) {
      throw new AssertionError(function + " has no role of this template");
    }
    return role.scalar().replace(".Arn", "");
  }

  private static Grant read(Tree statement) {
    return new Grant(
        statement.at("Sid").scalar(),
        ShippedTemplate.oneOrMany(statement.at("Action")).stream().map(Tree::scalar).toList(),
        things(statement.at("Resource")),
        things(statement.at("NotResource")),
        statement);
  }

  private static List<String> things(Tree tree) {
    return tree.present()
        ? ShippedTemplate.oneOrMany(tree).stream().map(Grant::thing).toList()
        : List.of();
  }

  private static String thing(Tree tree) {
    var asked = ShippedTemplate.whereAsked(tree);
    for (String function : List.of("Ref", "Fn::GetAtt", "Fn::Sub")) {
      var argument = asked.call(function);
      if (argument != null) {
        return argument.value() instanceof List
            ? argument.elements().getFirst().scalar()
            : argument.scalar();
      }
    }
    return asked.scalar();
  }

  /** Each action with each thing. */
  Stream<String> pairs() {
    return actions.stream()
        .flatMap(action ->
            resources.isEmpty()
                ? Stream.of(action + " anything but " + butFor)
                : resources.stream().map(resource -> action + " " + resource));
  }

  /** What it asks for, by key: the values by {@code Ref}. */
  Map<String, Tree> conditions() {
    return statement.at("Condition").at("StringEquals").entries();
  }
}
