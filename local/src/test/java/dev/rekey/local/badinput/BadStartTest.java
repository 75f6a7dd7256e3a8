package dev.rekey.local.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import dev.rekey.local.template.FunctionSpec;
import dev.rekey.local.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/** Starts that must fail: one line that says why, and exit 1. */
@ExtendWith(SharedRunner.class)
class BadStartTest {
  /** DynamoDB Local cannot be up where this was not loaded. */
  private static final String ENGINE = LocalDynamoDBRequestHandler.class.getName();

  private static void assertRefuses(Map<String, String> settings, String... words) {
    assertOneLine(RunnerUnderTest.startInVain(settings), words);
  }

  private static void assertOneLine(RunnerUnderTest.Ended ended, String... words) {
    assertThat(ended.exit()).as("%s", ended.lines()).isEqualTo(1);
    assertThat(ended.lines()).hasSize(1);
    assertThat(ended.lines().getFirst()).contains(words);
  }

  /** A setting is the user's, whichever function reads it; and it is read before all else. */
  private static void assertRefusesAtOnce(String variable, String value, String... words)
      throws IOException {
    var log = Files.createTempFile("classes", ".log");
    try {
      var ended =
          RunnerUnderTest.startInVain(
              Map.of(variable, value), List.of("-Xlog:class+load:file=" + log + ":none"));

      assertOneLine(ended, words);
      assertThat(ended.lines().getFirst()).startsWith(variable + " ").doesNotContain(functions());
      var loaded = Files.readString(log);
      assertThat(loaded.contains("dev.rekey.local.Main ")).as("the log is one").isTrue();
      assertThat(loaded.contains(ENGINE)).as("DynamoDB Local was loaded").isFalse();
    } finally {
      Files.delete(log);
    }
  }

  private static List<String> functions() {
    return TemplateReader.read(
            Path.of("../template.yaml"),
            Map.of("Apps", "app", "MailFrom", "no-reply@example.com"),
            Map.of())
        .functions()
        .stream()
        .map(FunctionSpec::name)
        .toList();
  }

  @Test
  void saysThatThePortIsTaken(RunnerUnderTest other) {
    var port = Integer.toString(other.uri().getPort());

    assertRefuses(Map.of("REKEY_PORT", port), "port", port, "taken", "REKEY_PORT");
  }

  @Test
  void namesAnUnknownSettingAtOnce() throws IOException {
    assertRefusesAtOnce("REKEY_RESET_TOKEN_LIVE", "60", "no setting", "docs/settings.md");
  }

  @Test
  void namesASettingOutOfBoundsAtOnce() throws IOException {
    assertRefusesAtOnce("REKEY_RESET_TOKEN_LIFE", "601", "30 to 600 seconds");
  }

  @Test
  void namesASettingThatOneFunctionAloneReadsAtOnce() throws IOException {
    assertRefusesAtOnce("REKEY_MAIL_FROM", "云".repeat(16) + " <a@example.com>", "45 bytes");
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
