package dev.rekey.local.template;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A parameter of the template: its default, and what values it takes. */
public final class ParameterSpec {
  private final Tree spec;

  ParameterSpec(Tree spec) {
    this.spec = spec;
  }

  /** The value that it has where none is given. */
  public Optional<String> byDefault() {
    return text("Default");
  }

  public String description() {
    return text("Description").orElse("");
  }

  /**
   * Why CloudFormation would refuse a value, without the value: somebody may have put a secret
   * there.
   *
   * @return nothing where it is allowed
   */
  public Optional<String> complaint(String value) {
    var pattern = spec.at("AllowedPattern");
    if (pattern.present() && !Pattern.matches(pattern.scalar(), value)) {
      return Optional.of(
          "must be "
              + text("ConstraintDescription")
                  .orElseGet(() -> "of the form " + pattern.scalar() + " (AllowedPattern)"));
    }
    var allowed = spec.at("AllowedValues").elements();
    if (!allowed.isEmpty() && allowed.stream().noneMatch(it -> it.scalar().equals(value))) {
      return Optional.of(
          allowed.stream()
              .map(Tree::scalar)
              .collect(Collectors.joining(", ", "must be one of ", " (AllowedValues)")));
    }
    return text("Type").orElse("").equals("Number") ? ofNumber(value) : Optional.empty();
  }

  private Optional<String> ofNumber(String value) {
    BigDecimal number;
    try {
      number = new BigDecimal(value);
    } catch (NumberFormatException e) {
      return Optional.of("must be a number");
    }
    var least = text("MinValue").map(BigDecimal::new).filter(it -> number.compareTo(it) < 0);
    var most = text("MaxValue").map(BigDecimal::new).filter(it -> number.compareTo(it) > 0);
    return least
        .map(it -> "must be " + it + " or more (MinValue)")
        .or(() -> most.map(it -> "must be " + it + " or less (MaxValue)"));
  }

  private Optional<String> text(String property) {
    var found = spec.at(property);
    return found.present() ? Optional.of(found.scalar()) : Optional.empty();
  }
}
