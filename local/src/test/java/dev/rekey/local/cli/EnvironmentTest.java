package dev.rekey.local.cli;

import static dev.rekey.local.cli.Ran.rekey;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How {@code samconfig.toml} is read by the commands of a deployment, and what they say once it is
 * done.
 */
class EnvironmentTest {
  private final StackUnderTest stack = new StackUnderTest();
  @TempDir private Path folder;

  @AfterEach
  void end() {
    stack.close();
  }

  private Ran run(String command, String toml, String... more) throws IOException {
    var file = Files.writeString(folder.resolve("samconfig.toml"), toml);
    var template = command.equals("preflight") ? "--template-file=../template.yaml" : "--json";
    var arguments = new String[more.length + 4];
    arguments[0] = command;
    arguments[1] = "--env=dev";
    arguments[2] = "--config-file=" + file;
    arguments[3] = template;
    System.arraycopy(more, 0, arguments, 4, more.length);
    return rekey(arguments);
  }

  private static String dev(String lines) {
    return "[dev.deploy.parameters]\nstack_name = \"rekey\"\n" + lines + "\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[prod.deploy.parameters] | there is no [dev.deploy.parameters] of samconfig.toml",
        "[dev.deploy.parameters] | [dev.deploy.parameters] of samconfig.toml has no stack_name",
        "dev = | samconfig.toml is not TOML",
      })
  void aFileThatLacksTheEnvironmentIsOneLine(String toml, String line) throws IOException {
    var ran = run("preflight", toml);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).singleElement().asString().contains(line);
    assertThat(stack.requests()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsOneLine() {
    var ran = rekey("preflight", "--env=dev", "--config-file=" + folder.resolve("none.toml"));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("none.toml cannot be read: run it where the file is");
  }

  /** Of what it does not understand SAM keeps the beginning, and drops the rest. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'ProductName=My Shop'",
        "'ProductName='",
        "'ProductName'",
        "'=x'",
        "'ProductName=a\"b'",
      })
  void anEntryThatSamWouldMisreadIsAComplaint(String entry) throws IOException {
    var ran = run("preflight", dev("parameter_overrides = [" + entry + "]"));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("SAM does not read all of the entry").doesNotContain("Shop");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "['Apps=shop', \"MailFrom='a@example.com'\", \"ProductName='My Shop'\"]",
        "['Apps=shop', 'MailFrom=\"a@example.com\"', 'ProductName=\"My Shop\"']",
        "['Apps=shop', 'MailFrom=a@example.com', 'ProductName=My\\ Shop']",
        "'Apps=shop MailFrom=a@example.com ProductName=\"My Shop\"'",
      })
  void entriesAreReadAsSamReadsThem(String overrides) throws IOException {
    var ran = run("preflight", dev("parameter_overrides = " + overrides));
    assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out()).contains("3 given", "ok    mail sender     a@example.com may send");
  }

  @Test
  void theRegionOfTheFileStandsBehindThatOfTheLine() throws IOException {
    var toml =
        dev(
            "region = \"us-west-2\"\nparameter_overrides = 'Apps=a"
                + " AlarmTopicArn=arn:aws:sns:us-west-2:123456789012:t'");
    assertThat(run("preflight", toml).out()).contains("ok    alarm topic");
    assertThat(run("preflight", toml, "--region=eu-west-1").out())
        .contains("AlarmTopicArn is of us-west-2, and the stack of eu-west-1");
  }

  @Test
  void whatHoldsForAllCommandsOfAnEnvironmentIsReadToo() throws IOException {
    var toml =
        "[dev.global.parameters]\nstack_name = \"rekey\"\nregion = \"us-west-2\"\n"
            + "[dev.deploy.parameters]\nparameter_overrides = 'Apps=a'";
    assertThat(run("preflight", toml).out()).contains("ok    stack           rekey is");
  }

  @Test
  void aRunnerIsNotDeployed() throws IOException {
    var ran = run("preflight", dev(""), "--local=http://localhost:8080");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("--local names a runner");
  }

  @Test
  void theCallToTryIsOfTheStacksOutputs() throws IOException {
    stack.answers(
        "DescribeStacks", InOrder.stack("CREATE_COMPLETE", Map.of("Apps", "shop:0123abcd,other")));
    var json = run("try", dev("")).json();
    assertThat(json.path("appHost").asString()).isEqualTo("https://api.example.com/prod");
    assertThat(json.path("curl").asString())
        .startsWith("curl -s https://api.example.com/prod/api/v3/send-email ")
        .contains("-H 'x-authing-app-id: shop'")
        .doesNotContain("0123abcd");
    assertThat(json.path("doctor").asString())
        .isEqualTo("local/bin/rekey doctor --stack rekey --region eu-central-1");
  }

  @Test
  void aStackThatIsNotThereCannotBeTried() throws IOException {
    stack.hasNoStack();
    var ran = run("try", dev(""));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("the stack 'rekey' in eu-central-1 cannot be read");
  }
}
