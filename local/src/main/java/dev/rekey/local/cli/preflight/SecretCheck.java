package dev.rekey.local.cli.preflight;

import dev.rekey.local.cli.check.Check;
import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.stack.Aws;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The keys' secret is the one thing of the stack with a fixed name. It outlives its stack, and one
 * that is to be deleted holds its name for days. It is described, never read.
 */
record SecretCheck(Aws aws, Target target, Values values) {
  private static final String CHECK = "keys";
  private static final String NAME = "KeysSecretName";

  Check check() {
    return new Check(
        CHECK,
        "secretsmanager:DescribeSecret",
        () -> values.get(NAME).map(this::look).orElseGet(SecretCheck::noName));
  }

  private static Finding noName() {
    return Finding.warn(CHECK, "not checked: KeysSecretName is wrong", "mend it");
  }

  private Finding look(String name) {
    return switch (target) {
      case Target.Unknown _ ->
          Finding.warn(
              CHECK,
              "not checked: whether the stack is new is not known",
              "allow yourself cloudformation:DescribeStacks");
      case Target.New _ -> ofNewStack(name);
      case Target.There _ -> ofStack(values.before(NAME).orElse(name), name);
    };
  }

  private Finding ofNewStack(String name) {
    var secret = describe(name);
    if (secret.isEmpty()) {
      return Finding.ok(CHECK, name + " will be made");
    }
    String what = secret.get().deletedDate() == null ? "is there" : "is to be deleted";
    String restore =
        secret.get().deletedDate() == null ? "" : " (restore it first: " + restore(name) + ")";
    return Finding.fail(
        CHECK,
        "the secret %s %s already, and the stack cannot make it".formatted(name, what),
        "give another KeysSecretName; where accounts still need its keys, keep it"
            + restore
            + " and see docs/operations.md");
  }

  private Finding ofStack(String now, String next) {
    if (!now.equals(next)) {
      return Finding.fail(
          CHECK,
          "KeysSecretName would change from %s to %s: with new keys no account is found again"
              .formatted(now, next),
          "keep it");
    }
    var secret = describe(now);
    if (secret.isEmpty()) {
      return Finding.fail(
          CHECK,
          "the stack's secret %s is not there: without its keys no account is found".formatted(now),
          "see docs/operations.md before you deploy");
    }
    return secret.get().deletedDate() == null
        ? Finding.ok(CHECK, now + " is there")
        : Finding.fail(
            CHECK,
            "the stack's secret %s is to be deleted: then no account is found".formatted(now),
            "restore it at once: " + restore(now));
  }

  private static String restore(String name) {
    return "aws secretsmanager restore-secret --secret-id " + name;
  }

  private Optional<DescribeSecretResponse> describe(String name) {
    try {
      return Optional.of(
          aws.client(SecretsManagerClient.builder()).describeSecret(it -> it.secretId(name)));
    } catch (ResourceNotFoundException none) {
      return Optional.empty();
    }
  }
}
