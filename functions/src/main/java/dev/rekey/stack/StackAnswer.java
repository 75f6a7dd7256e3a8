package dev.rekey.stack;

/**
 * What CloudFormation is told of a custom resource.
 *
 * @param done whether the deployment may go on
 * @param reason why not, or what was done, for people; never a secret
 * @param resourceId the id of the resource, the same for its whole life: another one would make
 *     CloudFormation delete the first
 * @param stackId copied from the request, as the next two
 */
public record StackAnswer(
    boolean done,
    String reason,
    String resourceId,
    String stackId,
    String requestId,
    String logicalId) {}
