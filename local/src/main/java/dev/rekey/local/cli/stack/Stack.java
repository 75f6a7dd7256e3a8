package dev.rekey.local.cli.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/**
 * What a deployed stack is made of.
 *
 * @param functions the physical names by the names in the template
 * @param others of the other resources, the same
 */
public record Stack(String name, Map<String, String> functions, Map<String, String> others) {
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String AUDIT = "Audit";

  public Stack {
    functions = Map.copyOf(functions);
    others = Map.copyOf(others);
  }

  /**
   * Reads it from CloudFormation.
   *
   * @throws Complaint where there is none, or one of something else
   */
  public static Stack read(CloudFormationClient cloudFormation, String name, String region) {
    List<StackResourceSummary> resources;
    try {
      resources =
          cloudFormation
              .listStackResourcesPaginator(it -> it.stackName(name))
              .stackResourceSummaries()
              .stream()
              .filter(it -> it.physicalResourceId() != null)
              .toList();
    } catch (AwsServiceException refused) {
      throw new Complaint(
          "the stack '%s' in %s cannot be read (%s): give --stack and --region, and see that you may"
                  .formatted(name, region, Faults.reason(refused))
              + " cloudformation:ListStackResources",
          refused);
    }
    var stack = new Stack(name, names(resources, true), names(resources, false));
    if (!stack.functions.containsKey("Operate") || !stack.others.containsKey(AUDIT)) {
      throw new Complaint(
          "the stack '%s' in %s has no function Operate with a log group Audit: is it one of Rekey?"
                  .formatted(name, region)
              + " Give --stack");
    }
    return stack;
  }

  private static Map<String, String> names(List<StackResourceSummary> all, boolean functions) {
    return all.stream()
        .filter(it -> it.resourceType().equals(FUNCTION) == functions)
        .collect(
            Collectors.toMap(
                StackResourceSummary::logicalResourceId, StackResourceSummary::physicalResourceId));
  }

  /** The physical name of a function. */
  public Optional<String> function(String inTemplate) {
    return Optional.ofNullable(functions.get(inTemplate));
  }

  /** The physical name of any other resource. */
  public Optional<String> other(String inTemplate) {
    return Optional.ofNullable(others.get(inTemplate));
  }

  /** Where all functions write their lines; a stack that has been read has one. */
  public String auditLog() {
    return other(AUDIT).orElseThrow();
  }
}
