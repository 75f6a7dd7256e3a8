package dev.rekey.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code template.yaml} as it is deployed, for the rules that tests hold it to. */
final class ShippedTemplate {
  static final String FUNCTION = "AWS::Serverless::Function";
  static final String ROLE = "AWS::IAM::Role";
  static final String ALARM = "AWS::CloudWatch::Alarm";

  private static final Tree ROOT = CloudFormationYaml.read("template.yaml", text());

  private ShippedTemplate() {}

  static Tree root() {
    return ROOT;
  }

  static String text() {
    try {
      return Files.readString(Path.of("../template.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The resources of a type by their names. */
  static Map<String, Tree> all(String type) {
    var found = new LinkedHashMap<String, Tree>();
    ROOT.at("Resources")
        .entries()
        .forEach((name, resource) -> {
          if (resource.at("Type").scalar().equals(type)) {
            found.put(name, resource);
          }
        });
    return found;
  }

  /** The properties of a resource. */
  static Tree properties(String resource) {
    return ROOT.at("Resources").at(resource).at("Properties");
  }

  /** What a function has itself or by the globals. */
  static Tree ofFunction(String function, String property) {
    var own = properties(function).at(property);
    return own.present() ? own : ROOT.at("Globals").at("Function").at(property);
  }

  /** What stands here where every optional thing is asked for. */
  static Tree whereAsked(Tree tree) {
    var choice = tree.call("Fn::If");
    return choice == null ? tree : choice.elements().get(1);
  }

  /** One or many: IAM takes both. */
  static List<Tree> oneOrMany(Tree tree) {
    return tree.value() instanceof List ? tree.elements() : List.of(tree);
  }

  /** The names of the routes' functions: those that API Gateway waits for. */
  static List<String> behindTheApi() {
    return all(FUNCTION).entrySet().stream()
        .filter(it -> hasEvent(it.getValue(), "Api"))
        .map(Map.Entry::getKey)
        .toList();
  }

  static List<String> onTheStream() {
    return all(FUNCTION).entrySet().stream()
        .filter(it -> hasEvent(it.getValue(), "DynamoDB"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean hasEvent(Tree function, String type) {
    return function.at("Properties").at("Events").entries().values().stream()
        .anyMatch(event -> event.at("Type").scalar().equals(type));
  }
}
