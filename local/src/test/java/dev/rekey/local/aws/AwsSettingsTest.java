package dev.rekey.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rekey.local.RunnerException;
import dev.rekey.local.RunnerSettings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwsSettingsTest {
  private static void assertRefused(Map<String, String> environment, String... words) {
    assertThatExceptionOfType(RunnerException.class)
        .isThrownBy(() -> RunnerSettings.of(environment))
        .withMessageContainingAll(words);
  }

  @Test
  void embeddedUnlessAskedForAndMakesNothingUnasked() {
    assertThat(RunnerSettings.of(Map.of()).aws()).isEmpty();
    assertThat(RunnerSettings.of(Map.of("STACK", "embedded")).aws()).isEmpty();
    assertThat(RunnerSettings.of(Map.of("STACK", "aws")).aws())
        .contains(new AwsSettings(false, Optional.empty()));
  }

  @Test
  void readsBothSettingsAndHidesThemFromTheFunctions() {
    var settings =
        RunnerSettings.of(
            Map.of("STACK", "aws", "REKEY_CREATE", "true", "REKEY_ACCOUNT", "123456789012"));
    assertThat(settings.aws()).contains(new AwsSettings(true, Optional.of("123456789012")));
    assertThat(settings.overrides()).isEmpty();
  }

  @Test
  void refusesWhatMeansNothingHere() {
    assertRefused(Map.of("STACK", "azure"), "STACK", "azure");
    assertRefused(Map.of("REKEY_CREATE", "true"), "REKEY_CREATE", "STACK=aws");
    assertRefused(Map.of("REKEY_ACCOUNT", "123456789012"), "REKEY_ACCOUNT", "STACK=aws");
    assertRefused(Map.of("STACK", "aws", "REKEY_DATA", "/tmp/x"), "REKEY_DATA", "STACK=aws");
    assertRefused(Map.of("STACK", "aws", "REKEY_CREATE", "yes"), "REKEY_CREATE", "yes");
    assertRefused(Map.of("STACK", "aws", "REKEY_ACCOUNT", "12345"), "REKEY_ACCOUNT", "12345");
  }
}
