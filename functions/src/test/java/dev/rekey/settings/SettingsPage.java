package dev.rekey.settings;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the page of the settings from the list of them and from what the template sets. */
final class SettingsPage {
  private static final String HEAD =
      """
      # Settings

      Made from `Setting.java` and `template.yaml`; `make docs` writes it anew.

      Every function reads these environment variables once, when it starts. An unknown `REKEY_`
      variable, a missing one without a default or a value out of bounds stops the start with one
      line that names it. An empty value counts as absent. Where the template has a parameter, set
      that at `sam deploy`; the others are set in the template's `Globals`.

      | Variable | Counts | Default | Bounds | Parameter | Meaning |
      | --- | --- | --- | --- | --- | --- |
      """;

  private final String template;

  SettingsPage(String template) {
    this.template = template;
  }

  String write() {
    return Arrays.stream(Setting.values()).map(this::row).collect(Collectors.joining("", HEAD, ""));
  }

  private String row(Setting setting) {
    return "| `%s` | %s | %s | %s | %s | %s |\n"
        .formatted(
            setting.variable(),
            setting.unit(),
            fallback(setting),
            setting.bounds(),
            parameter(setting).map(name -> "`" + name + "`").orElse(""),
            setting.meaning());
  }

  private static String fallback(Setting setting) {
    return setting
        .fallback()
        .map(value -> value.isEmpty() ? "none" : "`" + value + "`")
        .orElse("must be set");
  }

  /** The parameter that the template hands to the variable; empty where it is a resource. */
  Optional<String> parameter(Setting setting) {
    return Pattern.compile(
            "(?m)^\\s+" + setting.variable() + ": (?:!If \\[[A-Za-z]+, )?!Ref ([A-Za-z]+)\\b")
        .matcher(template)
        .results()
        .map(found -> found.group(1))
        .filter(name ->
            definition(name).contains("\n    Type: String\n")
                || definition(name).contains("\n    Type: Number\n"))
        .findFirst();
  }

  /** What the template says of a parameter or a resource. */
  String definition(String name) {
    return Pattern.compile("(?ms)^  " + name + ":\\n(?:    .*?\\n)+?(?=^  \\S|^\\S|^$)")
        .matcher(template)
        .results()
        .map(found -> found.group())
        .findFirst()
        .orElse("");
  }
}
