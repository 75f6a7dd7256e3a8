package dev.rekey.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/settings.md} is written by the code, and the template sets what the code reads. */
class SettingsPageTest {
  private static final Path PAGE = Path.of("../docs/settings.md");
  private static final String TEMPLATE = read(Path.of("../template.yaml"));

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  @Test
  void r5_thePageSaysWhatTheCodeReads() throws IOException {
    String page = new SettingsPage(TEMPLATE).write();
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(read(PAGE))
        .as("docs/settings.md is stale: `make docs` writes it anew")
        .isEqualTo(page);
  }

  @Test
  void theTemplateSetsNothingThatNobodyReads() {
    var set =
        Pattern.compile("(?m)^\\s+(REKEY_[A-Z0-9_]+):")
            .matcher(TEMPLATE)
            .results()
            .map(found -> found.group(1));
    assertThat(set.distinct()).isNotEmpty().allMatch(Setting::exists);
  }

  @Test
  void theTemplateSetsWhatHasNoDefault() {
    assertThat(Arrays.stream(Setting.values()).filter(it -> it.fallback().isEmpty()))
        .allMatch(it -> TEMPLATE.contains(" " + it.variable() + ": !Ref "));
  }

  private static Stream<Setting> withParameter() {
    var page = new SettingsPage(TEMPLATE);
    return Arrays.stream(Setting.values()).filter(setting -> page.parameter(setting).isPresent());
  }

  @ParameterizedTest
  @MethodSource("withParameter")
  void aParameterHasTheDefaultAndTheBoundsOfItsSetting(Setting setting) {
    var page = new SettingsPage(TEMPLATE);
    String definition = page.definition(page.parameter(setting).orElseThrow());
    setting
        .fallback()
        .ifPresent(value -> assertThat(value(definition, "Default")).isEqualTo(value));
    if (setting.bounded()) {
      assertThat(value(definition, "MinValue")).isEqualTo("" + setting.lowest());
      assertThat(value(definition, "MaxValue")).isEqualTo("" + setting.highest());
    }
  }

  @Test
  void theTemplateTakesNoPasswordLengthThatStopsTheStart() {
    String pattern =
        value(new SettingsPage(TEMPLATE).definition("PasswordLength"), "AllowedPattern");
    for (int length = 0; length < 100; length++) {
      assertThat(("" + length).matches(pattern))
          .as("" + length)
          .isEqualTo(length >= 8 && length <= 64);
    }
  }

  private static String value(String definition, String key) {
    return Pattern.compile("(?m)^    " + key + ": \"?(.*?)\"?$")
        .matcher(definition)
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElse("absent");
  }
}
