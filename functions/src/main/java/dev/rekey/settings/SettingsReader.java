package dev.rekey.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes single values out of an environment. An empty value counts as absent. */
final class SettingsReader {
  private final Map<String, String> environment;

  SettingsReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.environment.keySet().stream()
        .filter(variable -> Setting.owns(variable) && !Setting.exists(variable))
        .sorted()
        .findFirst()
        .ifPresent(variable -> {
          throw new BadSetting(
              variable + " is no setting of Rekey: see docs/settings.md for their names");
        });
  }

  /** The value or its default; {@link BadSetting} where there is neither. */
  String text(Setting setting) {
    return set(setting)
        .or(setting::fallback)
        .orElseThrow(() -> new BadSetting(setting, "is not set, and has no default"));
  }

  Optional<String> optional(Setting setting) {
    return set(setting).or(setting::fallback).filter(value -> !value.isEmpty());
  }

  int number(Setting setting) {
    String value = text(setting);
    int number;
    try {
      number = Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new BadSetting(setting, "must be a whole number of " + setting.unit());
    }
    if (number < setting.lowest() || number > setting.highest()) {
      throw new BadSetting(
          setting,
          String.format(
              Locale.ROOT,
              "must be %d to %d %s",
              setting.lowest(),
              setting.highest(),
              setting.unit()));
    }
    return number;
  }

  Duration seconds(Setting setting) {
    return Duration.ofSeconds(number(setting));
  }

  /** Values between commas, trimmed, without the empty ones. */
  List<String> list(Setting setting) {
    return Arrays.stream(text(setting).split(",", -1))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** The same, of at least one. */
  <T> List<T> someParsed(Setting setting, Function<String, T> parse) {
    var values = parsedList(setting, parse);
    if (values.isEmpty()) {
      throw new BadSetting(setting, "holds nothing but commas: name at least one");
    }
    return values;
  }

  /** As {@link #parsed}, where one may be absent. */
  <T> Optional<T> optionalParsed(Setting setting, Function<String, T> parse) {
    return optional(setting).map(value -> checked(setting, value, parse));
  }

  /** Reads with a function that throws {@link IllegalArgumentException} where the value is none. */
  <T> T parsed(Setting setting, Function<String, T> parse) {
    return checked(setting, text(setting), parse);
  }

  <T> List<T> parsedList(Setting setting, Function<String, T> parse) {
    return list(setting).stream().map(value -> checked(setting, value, parse)).toList();
  }

  private Optional<String> set(Setting setting) {
    return Optional.ofNullable(environment.get(setting.variable()))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static <T> T checked(Setting setting, String value, Function<String, T> parse) {
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException e) {
      throw new BadSetting(setting, String.valueOf(e.getMessage()));
    }
  }
}
