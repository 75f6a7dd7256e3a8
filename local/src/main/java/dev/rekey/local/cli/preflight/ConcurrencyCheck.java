package dev.rekey.local.cli.preflight;

import dev.rekey.local.cli.check.Check;
import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.stack.Aws;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Whether the account can keep as many copies of ResetPassword as HashConcurrency says. */
record ConcurrencyCheck(Aws aws, Values values) {
  private static final String CHECK = "concurrency";
  private static final String WANTED = "HashConcurrency";
  private static final String ASK =
      "ask for more: aws service-quotas request-service-quota-increase --service-code lambda"
          + " --quota-code L-B99A9384 --desired-value 1000";

  /**
   * So many Lambda keeps for functions that reserve nothing (Lambda guide, reserved concurrency).
   */
  private static final int UNRESERVED = 100;

  Check check() {
    return new Check(CHECK, "lambda:GetAccountSettings", this::look);
  }

  private Finding look() {
    var limit = aws.client(LambdaClient.builder()).getAccountSettings(_ -> {}).accountLimit();
    int wanted = values.get(WANTED).map(Integer::parseInt).orElse(0);
    int own = values.before(WANTED).map(Integer::parseInt).orElse(0);
    int left = limit.unreservedConcurrentExecutions() + own - wanted;
    if (wanted > 0 && left < UNRESERVED) {
      return Finding.fail(
          CHECK,
          "HashConcurrency=%d would leave %d of the account's %d copies unreserved, and Lambda keeps %d"
              .formatted(wanted, Math.max(left, 0), limit.concurrentExecutions(), UNRESERVED),
          "give HashConcurrency=0, or " + ASK);
    }
    String found = "%d copies of all functions at once".formatted(limit.concurrentExecutions());
    return limit.concurrentExecutions() < UNRESERVED
        ? Finding.warn(CHECK, found + ": a busy minute is answered 503", ASK)
        : Finding.ok(CHECK, found + ", " + left + " of them unreserved");
  }
}
