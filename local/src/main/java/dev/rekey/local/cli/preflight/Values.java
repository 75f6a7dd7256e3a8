package dev.rekey.local.cli.preflight;

import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.template.ParameterSpec;
import dev.rekey.local.template.TemplateException;
import dev.rekey.local.template.TemplateInputs;
import dev.rekey.local.template.TemplateRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values with which a deployment would go on: given, else those of the stack that is there,
 * else the template's defaults; and what is wrong with them.
 */
final class Values {
  private static final String CHECK = "parameters";

  private final Environment environment;
  private final Map<String, String> before;
  private final Map<String, String> allowed = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  Values(Environment environment, TemplateInputs inputs, Target target) {
    this.environment = environment;
    this.before = target instanceof Target.There there ? there.parameters() : Map.of();
    environment.parameters().keySet().stream()
        .filter(name -> !inputs.parameters().containsKey(name))
        .forEach(this::unknown);
    inputs.parameters().forEach(this::examine);
    if (allowed.size() == inputs.parameters().size()) {
      inputs.rules().forEach(this::hold);
    }
    if (findings.isEmpty()) {
      findings.add(
          Finding.ok(
              CHECK,
              "%d given, each of %d allowed"
                  .formatted(environment.parameters().size(), allowed.size())));
    }
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** A value that is allowed; empty where it is missing, wrong or the empty text. */
  Optional<String> get(String name) {
    return Optional.ofNullable(allowed.get(name)).filter(it -> !it.isEmpty());
  }

  /** What the stack has now; empty where there is none. */
  Optional<String> before(String name) {
    return Optional.ofNullable(before.get(name));
  }

  private void unknown(String name) {
    findings.add(
        Finding.fail(
            CHECK,
            name + " is no parameter of the template, and SAM would drop it",
            "mend its name in " + environment.section()));
  }

  private void examine(String name, ParameterSpec spec) {
    var value =
        Optional.ofNullable(environment.parameters().get(name))
            .or(() -> before(name))
            .or(spec::byDefault);
    if (value.isEmpty()) {
      findings.add(
          Finding.fail(
              CHECK,
              name + " has no value. " + spec.description(),
              "write \"" + name + "=...\" into parameter_overrides of " + environment.section()));
      return;
    }
    spec.complaint(value.get())
        .ifPresentOrElse(
            complaint ->
                findings.add(
                    Finding.fail(
                        CHECK, name + " " + complaint, "mend it in " + environment.section())),
            () -> allowed.put(name, value.get()));
  }

  private void hold(TemplateRule rule) {
    try {
      rule.complaint(allowed)
          .ifPresent(complaint ->
              findings.add(Finding.fail(CHECK, complaint, "mend it in " + environment.section())));
    } catch (TemplateException unreadable) {
      findings.add(
          Finding.warn(CHECK, "not checked: " + unreadable.getMessage(), "CloudFormation will"));
    }
  }
}
