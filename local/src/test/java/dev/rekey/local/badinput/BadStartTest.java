package dev.rekey.local.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Starts that must fail: one line that says why, and exit 1. */
@ExtendWith(SharedRunner.class)
class BadStartTest {
  private static void assertRefuses(Map<String, String> settings, String... words) {
    var ended = RunnerUnderTest.startInVain(settings);

    assertThat(ended.exit()).as("%s", ended.lines()).isEqualTo(1);
    assertThat(ended.lines()).hasSize(1);
    assertThat(ended.lines().getFirst()).contains(words);
  }

  @Test
  void saysThatThePortIsTaken(RunnerUnderTest other) {
    var port = Integer.toString(other.uri().getPort());

    assertRefuses(Map.of("REKEY_PORT", port), "port", port, "taken", "REKEY_PORT");
  }

  @Test
  void namesAnUnknownSetting() {
    assertRefuses(Map.of("REKEY_RESET_TOKEN_LIVE", "60"), "REKEY_RESET_TOKEN_LIVE");
  }

  @Test
  void namesASettingOutOfBounds() {
    assertRefuses(Map.of("REKEY_RESET_TOKEN_LIFE", "601"), "REKEY_RESET_TOKEN_LIFE", "600");
  }

  @Test
  void namesABadPort() {
    assertRefuses(Map.of("REKEY_PORT", "http"), "REKEY_PORT", "http");
  }

  @Test
  void saysThatTheDataFolderIsAFile(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    assertRefuses(Map.of("REKEY_DATA", file.toString()), "REKEY_DATA", "file");
  }

  @Test
  void saysThatTheDataFolderCannotBeWritten(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("file"), ""); // nobody can write below a file

    assertRefuses(Map.of("REKEY_DATA", file.resolve("data").toString()), "REKEY_DATA");
  }

  @Test
  void saysThatTheDataFolderIsInUse(@TempDir Path folder) {
    var settings = Map.of("REKEY_DATA", folder.toString());
    try (var first = RunnerUnderTest.start(settings)) {
      assertRefuses(settings, "REKEY_DATA", "in use");
      assertThat(first.api().get("/api/v3/system").status()).isEqualTo(200);
    }
  }
}
