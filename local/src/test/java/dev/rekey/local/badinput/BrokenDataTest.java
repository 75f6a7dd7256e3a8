package dev.rekey.local.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.RunnerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder with a broken file stops the start, and the file stays for whoever can mend it. */
class BrokenDataTest {
  private static final String NO_KEYRING =
      "{\"rekey/keys\":{\"versions\":{\"a\":{\"value\":\"secret\",\"createdAt\":\"2026-01-01T00:00:00Z\"}},"
          + "\"stages\":{\"AWSCURRENT\":\"a\"}}}";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "clock          | soon",
        "clock          | PT-5S",
        "secrets.json   | {\"rekey/keys\":{\"versions\":{\"a\":{\"val",
        "secrets.json   | {\"rekey/keys\":{}}",
        "secrets.json   | " + NO_KEYRING,
        "messages.jsonl | nothing of this was ever a message",
      })
  void isNamedAndStaysAsItIs(String name, String text) throws IOException {
    var file = Files.writeString(folder.resolve(name), text);

    var ended = RunnerUnderTest.startInVain(Map.of("REKEY_DATA", folder.toString()));

    assertThat(ended.exit()).as("%s", ended.lines()).isEqualTo(1);
    assertThat(ended.lines()).hasSize(1);
    assertThat(ended.lines().getFirst())
        .startsWith("REKEY_DATA: " + file)
        .contains("mend it or take another folder")
        .doesNotContain(text);
    assertThat(file).hasContent(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}"})
  void tablesWithoutTheirKeysStopTheStart(String secrets) throws IOException {
    var tables = Files.createDirectories(folder.resolve("dynamodb")).resolve("shared-local.db");
    Files.writeString(tables, "tables");
    var file = folder.resolve("secrets.json");
    if (!secrets.isEmpty()) {
      Files.writeString(file, secrets);
    }

    var ended = RunnerUnderTest.startInVain(Map.of("REKEY_DATA", folder.toString()));

    assertThat(ended.exit()).as("%s", ended.lines()).isEqualTo(1);
    assertThat(ended.lines()).hasSize(1);
    assertThat(ended.lines().getFirst()).startsWith("REKEY_DATA: " + file + " lacks ");
    assertThat(tables).hasContent("tables");
  }
}
