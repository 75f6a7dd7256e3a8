package dev.rekey.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.RunnerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every command of docs/operators.md, as it is pasted: by the start script, in the root. */
class OperatorsPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final String LOCAL = "http://localhost:8080";

  @Test
  void everyCommandOfThePageRuns() throws IOException, InterruptedException {
    try (var runner = RunnerUnderTest.start(Map.of());
        var stack = new StackUnderTest()) {
      var commands = commands();
      assertThat(commands).hasSizeGreaterThan(10);
      for (String command : commands) {
        var ran = run(command.replace(LOCAL, runner.uri().toString()), stack.url());
        assertThat(ran.exit()).as(command + ran.out()).isEqualTo(expected(command));
        assertThat(ran.out()).isNotBlank();
      }
    }
  }

  /** In the stack under test nobody has an account, and nobody got a notice; SES tells nothing. */
  private static int expected(String command) {
    if (command.contains("unsuppress")) {
      return 1;
    }
    boolean seeksWhatIsNot = command.contains("compromised") || command.contains("--reference");
    return seeksWhatIsNot && !command.contains(LOCAL) ? 1 : 0;
  }

  @Test
  void thePageShowsEveryCommandBothWays() throws IOException {
    var commands = commands();
    for (String name :
        List.of(
            "account show",
            "account open",
            "account compromised",
            "account unsuppress",
            "erase",
            "audit",
            "doctor")) {
      assertThat(commands).anyMatch(it -> it.contains("rekey " + name) && it.contains(LOCAL));
      assertThat(commands).anyMatch(it -> it.contains("rekey " + name) && !it.contains(LOCAL));
    }
  }

  private static List<String> commands() throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("..", "docs", "operators.md")))
        .results()
        .flatMap(block -> block.group(1).lines())
        .toList();
  }

  private static Ran run(String command, String aws) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
    builder.directory(Path.of("..").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL", aws,
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "JAVA_HOME", System.getProperty("java.home")));
    var process = builder.start();
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ran(process.waitFor(), out, "");
  }
}
