package dev.rekey.local.cli.doctor;

import dev.rekey.local.cli.check.Check;
import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.stack.Aws;
import dev.rekey.local.cli.stack.Stack;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Whether there are keys. They themselves are never read: no key belongs on a laptop. */
record KeyChecks(Aws aws, Stack stack) {

  List<Check> all() {
    return List.of(new Check("keys", "secretsmanager:DescribeSecret", this::keys));
  }

  private Finding keys() {
    if (stack.other("Keys").isEmpty()) {
      return Finding.fail("keys", "the stack has no secret Keys", "deploy it again");
    }
    var secret =
        aws.client(SecretsManagerClient.builder())
            .describeSecret(it -> it.secretId(stack.other("Keys").orElseThrow()));
    if (secret.deletedDate() != null) {
      return Finding.fail(
          "keys",
          "they are to be deleted: then no account can be found any more",
          "restore the secret at once (secretsmanager restore-secret)");
    }
    boolean current =
        secret.versionIdsToStages().values().stream()
            .anyMatch(stages -> stages.contains("AWSCURRENT"));
    return current
        ? Finding.ok("keys", "there are some")
        : Finding.fail(
            "keys",
            "there are none: every call is answered 503",
            "deploy again: the stack makes the first ones");
  }
}
