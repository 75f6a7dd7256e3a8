package dev.rekey.local.template;

import java.util.Map;
import java.util.Optional;

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
    var parameter = new ParameterSpec(spec);
    var value =
        Optional.ofNullable(given.get(name))
            .or(parameter::byDefault)
            .orElseThrow(() -> spec.error("has no Default, and the runner has no value for it"));
    parameter
        .complaint(value)
        .ifPresent(complaint -> {
          throw spec.error("has a value that it does not allow: it " + complaint);
        });
    return value;
  }
}
