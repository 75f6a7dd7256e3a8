package dev.rekey.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What whoever deploys may say, and what CloudFormation asks of it.
 *
 * @param parameters by name, in the order of the template
 */
public record TemplateInputs(Map<String, ParameterSpec> parameters, List<TemplateRule> rules) {
  public TemplateInputs {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    rules = List.copyOf(rules);
  }

  /**
   * Reads a template.
   *
   * @throws TemplateException where it cannot be read
   */
  public static TemplateInputs read(Path file) {
    try {
      return read(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new TemplateException(file + " cannot be read", e);
    }
  }

  static TemplateInputs read(String file, String text) {
    var root = CloudFormationYaml.read(file, text);
    var parameters = new LinkedHashMap<String, ParameterSpec>();
    root.at("Parameters")
        .entries()
        .forEach((name, spec) -> parameters.put(name, new ParameterSpec(spec)));
    var rules = root.at("Rules").entries().values().stream().map(TemplateRule::new).toList();
    return new TemplateInputs(parameters, rules);
  }
}
