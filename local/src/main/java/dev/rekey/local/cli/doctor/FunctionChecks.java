package dev.rekey.local.cli.doctor;

import dev.rekey.local.cli.check.Check;
import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.stack.Aws;
import dev.rekey.local.cli.stack.Stack;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** Whether Operate may be invoked, and whether the stream wakes the functions that deliver. */
record FunctionChecks(Aws aws, Stack stack) {
  /** Under which the template has the functions called. */
  private static final String ALIAS = ":live";

  List<Check> all() {
    return List.of(
        new Check("operate", "lambda:InvokeFunction on it", this::operate),
        deliver("mails", "DeliverMail"),
        deliver("texts", "DeliverSms"));
  }

  /** A dry run checks the right and the name, and runs nothing. */
  private Finding operate() {
    String name = stack.function("Operate").orElseThrow();
    aws.client(LambdaClient.builder())
        .invoke(it -> it.functionName(name).invocationType(InvocationType.DRY_RUN));
    return Finding.ok("operate", "you may invoke " + name);
  }

  private Check deliver(String check, String function) {
    return new Check(check, "lambda:ListEventSourceMappings", () -> mapping(check, function));
  }

  private Finding mapping(String check, String function) {
    if (stack.function(function).isEmpty()) {
      return Finding.fail(check, "the stack has no function " + function, "deploy it again");
    }
    String called = stack.function(function).orElseThrow() + ALIAS;
    var mappings =
        aws.client(LambdaClient.builder())
            .listEventSourceMappings(it -> it.functionName(called))
            .eventSourceMappings();
    if (mappings.isEmpty()) {
      return Finding.fail(check, "the stream wakes nobody", "deploy the template again");
    }
    var mapping = mappings.getFirst();
    String state = mapping.state();
    if (!"Enabled".equals(state)) {
      return Finding.fail(
          check, "the stream's mapping is " + state, "enable it in the console of Lambda");
    }
    String last = String.valueOf(mapping.lastProcessingResult());
    return last.startsWith("PROBLEM")
        ? Finding.fail(check, "the last batch failed: " + last, "read the function's log")
        : Finding.ok(check, "the stream wakes " + function);
  }
}
