package dev.rekey.sam;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.testing.DynamoDbLocal;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The SAM CLI, and all that the functions need to run here. It runs in the top folder and knows no
 * credentials but made-up ones, so that nothing can reach an account.
 */
final class SamCommand {
  /**
   * What came of a call.
   *
   * @param answer JSON
   * @param lines everything that was printed meanwhile
   */
  record Ran(String answer, List<String> lines) {}

  /** As the variables name them. */
  static final DynamoDbLocal.Tables TABLES = new DynamoDbLocal.Tables("Resets", "Accounts");

  /** How containers call this machine. */
  private static final String HOST = "host.docker.internal";

  private static final Path TOP = Path.of("..");
  private static final Path WORK = TOP.resolve("target/sam");
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "AWS_ACCESS_KEY_ID", "test",
          "AWS_SECRET_ACCESS_KEY", "test",
          "AWS_CONFIG_FILE", "/dev/null",
          "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
          "AWS_EC2_METADATA_DISABLED", "true");

  private final List<String> command;
  private final List<String> options;
  private final URI front;

  /**
   * Writes the variables of the functions, with the port where AWS is for them.
   *
   * @param command how SAM is called, words between blanks
   * @param port of the {@link AwsFront}
   */
  SamCommand(String command, int port) throws IOException, InterruptedException {
    this.command = List.of(command.strip().split(" +"));
    this.front = URI.create("http://" + HOST + ":" + port);
    var variables =
        JSON.readValue(
            Files.readString(TOP.resolve("local/sam/variables.json"), UTF_8), ObjectNode.class);
    variables.withObject("/Parameters").put("AWS_ENDPOINT_URL", front.toString());
    Files.createDirectories(WORK);
    Files.writeString(WORK.resolve("variables.json"), variables.toString(), UTF_8);
    options = options(architecture());
  }

  private static List<String> options(String architecture)
      throws IOException, InterruptedException {
    var options = new ArrayList<String>();
    options.addAll(List.of("--template", ".aws-sam/build/local.yaml"));
    options.addAll(List.of("--env-vars", "target/sam/variables.json"));
    options.addAll(List.of("--parameter-overrides", "Architecture=" + architecture));
    options.addAll(List.of("--add-host", HOST + ":host-gateway", "--region", "eu-central-1"));
    if (isHere("public.ecr.aws/lambda/java:25-" + architecture)) {
      options.add("--skip-pull-image");
    }
    return options;
  }

  /** That of this machine, as Lambda names it. */
  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
  }

  private static boolean isHere(String image) throws IOException, InterruptedException {
    return new ProcessBuilder("docker", "image", "inspect", image)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /**
   * The address of this machine that containers reach: that of Docker's bridge where there is one,
   * as on Linux; Docker Desktop hands their calls to the loopback.
   */
  static InetAddress address() throws IOException {
    var bridge = NetworkInterface.getByName("docker0");
    return Stream.ofNullable(bridge)
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address.getAddress().length == 4)
        .findFirst()
        .orElse(InetAddress.getLoopbackAddress());
  }

  /** Where AWS is for the functions. */
  URI front() {
    return front;
  }

  /** A process of SAM that has not started. */
  ProcessBuilder process(List<String> words) {
    var all = Stream.of(command, words, options).flatMap(List::stream).toList();
    var process = new ProcessBuilder(all).directory(TOP.toFile());
    process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    process.environment().putAll(CREDENTIALS);
    process.environment().putIfAbsent("SAM_CLI_TELEMETRY", "0");
    return process;
  }

  /**
   * Invokes a function by {@code sam local invoke}, in a container of its own.
   *
   * @param event need not be JSON
   */
  Ran invoke(String function, String event) throws IOException, InterruptedException {
    Files.writeString(WORK.resolve("event"), event, UTF_8);
    var errors = WORK.resolve("invoke.log");
    var process =
        process(List.of("local", "invoke", function, "--event", "target/sam/event"))
            .redirectError(errors.toFile())
            .start();
    try (var out = process.inputReader(UTF_8)) {
      var answer = out.readAllAsString();
      process.waitFor();
      return new Ran(answer.strip(), Files.readAllLines(errors, UTF_8));
    } finally {
      process.destroy();
    }
  }
}
