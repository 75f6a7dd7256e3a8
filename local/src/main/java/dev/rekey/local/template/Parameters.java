package dev.rekey.local.template;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The parameters of the template: given values, else defaults, held to the template's own rules.
 */
final class Parameters {
  private Parameters() {}

  static void resolve(Tree parameters, Map<String, String> given, Values values) {
    for (var name : given.keySet()) {
      if (!parameters.at(name).present()) {
        throw parameters.error("has no " + name + ", which the runner wants to set");
      }
    }
    parameters.entries().forEach((name, spec) -> values.put(name, value(name, spec, given)));
  }

  private static String value(String name, Tree spec, Map<String, String> given) {
    var value = given.get(name);
    if (value == null) {
      if (!spec.at("Default").present()) {
        throw spec.error("has no Default, and the runner has no value for it");
      }
      value = spec.at("Default").scalar();
    }
    check(spec, value);
    return value;
  }

  private static void check(Tree spec, String value) {
    var pattern = spec.at("AllowedPattern");
    if (pattern.present() && !Pattern.matches(pattern.scalar(), value)) {
      throw spec.error("does not allow '" + value + "' by its AllowedPattern");
    }
    var allowed = spec.at("AllowedValues");
    if (allowed.present() && allowed.elements().stream().noneMatch(v -> v.scalar().equals(value))) {
      throw spec.error("does not allow '" + value + "' by its AllowedValues");
    }
  }
}
