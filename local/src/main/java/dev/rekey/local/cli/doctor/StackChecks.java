package dev.rekey.local.cli.doctor;

import dev.rekey.local.cli.stack.Aws;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Whether the last deployment ended well. */
record StackChecks(Aws aws, String name) {
  private static final Set<String> WELL =
      Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE");

  List<Check> all() {
    return List.of(new Check("stack", "cloudformation:DescribeStacks", this::stack));
  }

  private Finding stack() {
    String status =
        aws.client(CloudFormationClient.builder())
            .describeStacks(it -> it.stackName(name))
            .stacks()
            .getFirst()
            .stackStatusAsString();
    if (WELL.contains(status)) {
      return Finding.ok("stack", name + " is " + status);
    }
    return status.endsWith("_IN_PROGRESS")
        ? Finding.warn("stack", name + " is " + status, "wait for its end")
        : Finding.fail("stack", name + " is " + status, "see its events, and deploy again");
  }
}
