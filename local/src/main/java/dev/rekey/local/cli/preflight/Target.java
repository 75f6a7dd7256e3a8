package dev.rekey.local.cli.preflight;

import dev.rekey.local.cli.check.Check;
import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.stack.Aws;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** The stack that a deployment would make or change, as it is now. */
sealed interface Target {
  /** From which CloudFormation updates a stack. */
  Set<String> UPDATABLE =
      Set.of(
          "CREATE_COMPLETE",
          "UPDATE_COMPLETE",
          "UPDATE_ROLLBACK_COMPLETE",
          "IMPORT_COMPLETE",
          "IMPORT_ROLLBACK_COMPLETE");

  /** There is none, or one of which only a change set was ever made. */
  record New() implements Target {}

  /**
   * There is one.
   *
   * @param parameters what it was told; a deployment keeps those that are not given anew
   */
  record There(String status, Map<String, String> parameters) implements Target {
    public There {
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * Whether there is one is not known.
   *
   * @param why as a finding
   */
  record Unknown(Finding why) implements Target {}

  static Target read(Aws aws, String name) {
    try {
      return of(
          aws.client(CloudFormationClient.builder())
              .describeStacks(it -> it.stackName(name))
              .stacks()
              .getFirst());
    } catch (AwsServiceException refused) {
      return isNotThere(refused) ? new New() : new Unknown(why(refused));
    } catch (SdkException unreached) {
      return new Unknown(why(unreached));
    }
  }

  private static Target of(Stack stack) {
    if (stack.stackStatusAsString().equals("REVIEW_IN_PROGRESS")) {
      return new New();
    }
    return new There(
        stack.stackStatusAsString(),
        stack.parameters().stream()
            .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue)));
  }

  /** CloudFormation has no error code of its own for it. */
  private static boolean isNotThere(AwsServiceException refused) {
    var details = refused.awsErrorDetails();
    return details != null
        && "ValidationError".equals(details.errorCode())
        && String.valueOf(details.errorMessage()).contains("does not exist");
  }

  private static Finding why(SdkException fault) {
    return new Check(
            "stack",
            "cloudformation:DescribeStacks",
            () -> {
              throw fault;
            })
        .run();
  }

  /** What it means for a deployment. */
  default Finding finding(String name) {
    return switch (this) {
      case New _ -> Finding.ok("stack", name + " will be made");
      case Unknown(Finding why) -> why;
      case There(String status, _) -> judge(name, status);
    };
  }

  private static Finding judge(String name, String status) {
    String found = name + " is " + status;
    if (UPDATABLE.contains(status)) {
      return Finding.ok("stack", found + ", and will be updated");
    }
    if (status.equals("UPDATE_ROLLBACK_FAILED")) {
      return Finding.fail(
          "stack",
          found,
          "mend what its events say, then aws cloudformation continue-update-rollback --stack-name "
              + name);
    }
    if (status.endsWith("_IN_PROGRESS")) {
      return Finding.fail("stack", found, "wait for its end");
    }
    if (status.equals("ROLLBACK_COMPLETE")) {
      return Finding.fail(
          "stack",
          found + ": it was never made, and cannot be updated",
          "delete it: aws cloudformation delete-stack --stack-name " + name);
    }
    return Finding.fail("stack", found, "see its events; it cannot be updated like this");
  }
}
