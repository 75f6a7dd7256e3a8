package dev.rekey.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResource;

/**
 * The template as it is shipped, deployed as {@code sam deploy} does it: the code in a bucket, the
 * rest by CloudFormation.
 *
 * @param outputs by name
 * @param resources the physical ids by the names of the template
 */
record Deployment(Map<String, String> outputs, Map<String, String> resources) {
  private static final String NAME = "rekey";
  private static final String CODE = "CodeUri: functions/";
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /**
   * Deploys it to an emulator.
   *
   * @param parameters of the template
   */
  static Deployment make(
      URI emulator, CloudFormationClient cloudFormation, Map<String, String> parameters) {
    put(emulator, "/rekey-code", new byte[0]);
    put(emulator, "/rekey-code/functions.zip", FunctionsZip.bytes());
    var template = template();
    assertThat(template).contains(CODE);
    put(
        emulator,
        "/rekey-code/template.yaml",
        template.replace(CODE, "CodeUri: s3://rekey-code/functions.zip").getBytes(UTF_8));
    cloudFormation.createStack(create ->
        create
            .stackName(NAME)
            .templateURL(emulator.resolve("/rekey-code/template.yaml").toString())
            .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND)
            .parameters(
                parameters.entrySet().stream()
                    .map(it ->
                        Parameter.builder()
                            .parameterKey(it.getKey())
                            .parameterValue(it.getValue())
                            .build())
                    .toList()));
    var outputs = Web.await("stack", LONGEST, () -> outputs(cloudFormation));
    return new Deployment(outputs, resources(cloudFormation));
  }

  /** A resource's physical id. */
  String resource(String name) {
    return Objects.requireNonNull(resources.get(name), name);
  }

  String output(String name) {
    return Objects.requireNonNull(outputs.get(name), name);
  }

  private static String template() {
    try {
      return Files.readString(Path.of("../template.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(URI emulator, String path, byte[] content) {
    var answer =
        Web.send(
            HttpRequest.newBuilder(emulator.resolve(path))
                .PUT(BodyPublishers.ofByteArray(content)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static Optional<Map<String, String>> outputs(CloudFormationClient cloudFormation) {
    var stack = cloudFormation.describeStacks(ask -> ask.stackName(NAME)).stacks().getFirst();
    if (stack.stackStatusAsString().endsWith("_IN_PROGRESS")) {
      return Optional.empty();
    }
    assertThat(stack.stackStatusAsString())
        .as(() -> String.join("\n", failures(cloudFormation)))
        .isEqualTo("CREATE_COMPLETE");
    return Optional.of(
        stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)));
  }

  private static List<String> failures(CloudFormationClient cloudFormation) {
    return cloudFormation.describeStackEvents(ask -> ask.stackName(NAME)).stackEvents().stream()
        .filter(event -> event.resourceStatusAsString().contains("FAILED"))
        .map(Deployment::line)
        .toList();
  }

  private static String line(StackEvent event) {
    return event.logicalResourceId() + ": " + event.resourceStatusReason();
  }

  private static Map<String, String> resources(CloudFormationClient cloudFormation) {
    return cloudFormation
        .describeStackResources(ask -> ask.stackName(NAME))
        .stackResources()
        .stream()
        .filter(it -> it.physicalResourceId() != null)
        .collect(
            Collectors.toMap(StackResource::logicalResourceId, StackResource::physicalResourceId));
  }
}
