package dev.rekey.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What `make deploy` runs, with a SAM that only writes down how it was called: in a folder that is
 * the project's but for a {@code samconfig.toml} of its own.
 */
class DeployScriptTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final StackUnderTest stack = new StackUnderTest();
  @TempDir private Path folder;

  @BeforeEach
  void layOut() throws IOException {
    Files.createDirectories(folder.resolve("local/bin"));
    Files.copy(ROOT.resolve("template.yaml"), folder.resolve("template.yaml"));
    script("local/bin/deploy", Files.readString(ROOT.resolve("local/bin/deploy")));
    for (String command : List.of("local/bin/rekey", "local/bin/jdk25")) {
      script(command, "#!/bin/sh\nexec " + ROOT.resolve(command) + " \"$@\"\n");
    }
    script("sam", "#!/bin/sh\necho \"$*\" >> calls\nif [ \"$1\" = \"$FAILS\" ]; then exit 1; fi\n");
    Files.writeString(
        folder.resolve("samconfig.toml"),
        """
        [dev.deploy.parameters]
        stack_name = "rekey"
        parameter_overrides = ["Apps=shop", "MailFrom=no-reply@example.com"]
        """);
  }

  @AfterEach
  void end() {
    stack.close();
  }

  private void script(String name, String text) throws IOException {
    var file = Files.writeString(folder.resolve(name), text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Ran deploy(Map<String, String> more, String... arguments)
      throws IOException, InterruptedException {
    var command = new String[arguments.length + 1];
    command[0] = folder.resolve("local/bin/deploy").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL", stack.url(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "SAM", folder.resolve("sam").toString(),
                "FAILS", "nothing",
                "JAVA_HOME", System.getProperty("java.home")));
    builder.environment().putAll(more);
    var process = builder.start();
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ran(process.waitFor(), out, "");
  }

  /** How SAM was called, a line each. */
  private String calls() throws IOException {
    var calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readString(calls) : "";
  }

  @Test
  void checksBuildsDeploysAndPrintsTheCallToTry() throws IOException, InterruptedException {
    var ran = deploy(Map.of(), "dev");
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(calls()).isEqualTo("build\ndeploy --config-env dev\n");
    assertThat(ran.out())
        .contains("ok    stack           rekey is UPDATE_COMPLETE")
        .contains("curl -s https://api.example.com/prod/api/v3/send-email \\")
        .contains("local/bin/rekey doctor --stack rekey --region eu-central-1");
  }

  @Test
  void makesNothingWhereACheckFails() throws IOException, InterruptedException {
    stack.refuses("GetEmailIdentity", 404, "NotFoundException");
    var ran = deploy(Map.of(), "dev");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).contains("fail  mail sender", "nothing was made").doesNotContain("curl");
    assertThat(calls()).isEmpty();
  }

  @Test
  void deploysNothingThatWasNotBuilt() throws IOException, InterruptedException {
    var ran = deploy(Map.of("FAILS", "build"), "dev");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(calls()).isEqualTo("build\n");
  }

  @Test
  void offersNoCallWhereTheDeploymentFails() throws IOException, InterruptedException {
    var ran = deploy(Map.of("FAILS", "deploy"), "dev");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).doesNotContain("curl");
  }

  @Test
  void saysWhatToInstallWhereSamIsMissing() throws IOException, InterruptedException {
    var ran = deploy(Map.of("SAM", "no-sam"), "dev");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out().lines()).singleElement().asString().contains("install the AWS SAM CLI");
    assertThat(stack.requests()).isEmpty();
  }

  @Test
  void asksWhichEnvironment() throws IOException, InterruptedException {
    var ran = deploy(Map.of(), "");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out().lines()).singleElement().asString().contains("make deploy ENV=dev");
  }
}
