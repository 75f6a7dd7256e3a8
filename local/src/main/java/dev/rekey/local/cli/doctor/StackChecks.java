package dev.rekey.local.cli.doctor;

import dev.rekey.local.cli.check.Check;
import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.stack.Aws;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Whether the last deployment ended well, and what it was told. */
record StackChecks(Aws aws, String name) {
  private static final Set<String> WELL =
      Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE");

  List<Check> all() {
    return List.of(new Check("stack", "cloudformation:DescribeStacks", this::stack));
  }

  /** Whom the stack was told to send mails from. */
  Optional<String> sender() {
    return describe().parameters().stream()
        .filter(it -> "MailFrom".equals(it.parameterKey()))
        .map(Parameter::parameterValue)
        .findFirst();
  }

  private Stack describe() {
    return aws.client(CloudFormationClient.builder())
        .describeStacks(it -> it.stackName(name))
        .stacks()
        .getFirst();
  }

  private Finding stack() {
    String status = describe().stackStatusAsString();
    if (WELL.contains(status)) {
      return Finding.ok("stack", name + " is " + status);
    }
    return status.endsWith("_IN_PROGRESS")
        ? Finding.warn("stack", name + " is " + status, "wait for its end")
        : Finding.fail("stack", name + " is " + status, "see its events, and deploy again");
  }
}
