package dev.rekey.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.LocalValues;
import dev.rekey.local.outside.RunnerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands of the README's "Try it", and those that the runner prints, on a fresh runner. */
class PastedTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");

  private RunnerUnderTest runner;

  @BeforeEach
  void start() {
    runner = RunnerUnderTest.start(Map.of());
  }

  @AfterEach
  void stop() {
    runner.close();
  }

  @Test
  void theReadmeResetsAPassword() throws IOException {
    var readme = Files.readString(Path.of("..", "README.md"));
    var commands =
        BLOCK
            .matcher(readme)
            .results()
            .map(block -> block.group(1))
            .filter(block -> block.contains("curl"))
            .findFirst()
            .orElseThrow()
            .replace("http://localhost:8080", runner.uri().toString());

    var lines = Shell.run(commands).strip().lines().toList();

    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).contains("\"statusCode\":200", "Operation successful");
    assertThat(lines.get(1)).matches("passcode: [0-9]{6}");
    assertThat(lines.get(2)).matches("token: [A-Za-z0-9_-]{86}");
    assertThat(lines.get(3)).contains("\"data\":{\"success\":true}");
    assertThat(lines.get(4)).isEqualTo("200");
    assertThat(runner.local().signsIn(LocalValues.ADA_EMAIL, LocalValues.ADA_PASSWORD)).isFalse();
  }

  @Test
  void soDoTheCommandsThatTheRunnerPrints() {
    var printed = runner.output();
    int begin = printed.indexOf("  curl -s ");
    var commands = printed.substring(begin, printed.indexOf("Demo account:"));
    assertThat(Shell.run(commands)).contains("\"statusCode\":200", "\"success\":true");
    assertThat(runner.local().signsIn(LocalValues.ADA_EMAIL, "a new and better one")).isTrue();

    assertThat(runner.output()).contains("curl -X DELETE " + runner.uri() + "/_local/limits");
    Shell.run("curl -sf -X DELETE " + runner.uri() + "/_local/limits");
  }
}
