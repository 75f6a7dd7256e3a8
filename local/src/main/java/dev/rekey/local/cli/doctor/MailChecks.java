package dev.rekey.local.cli.doctor;

import dev.rekey.local.cli.stack.Aws;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;

/** Whether SES sends: the sender verified, the account out of the sandbox and not paused. */
record MailChecks(Aws aws, String stack) {
  private static final String IDENTITY = "mail sender";
  private static final String SANDBOX = "mail account";

  List<Check> all() {
    return List.of(
        new Check(
            IDENTITY, "cloudformation:DescribeStacks and ses:GetEmailIdentity", this::identity),
        new Check(SANDBOX, "ses:GetAccount", this::account));
  }

  private Finding identity() {
    var sender = sender();
    if (sender.isEmpty()) {
      return Finding.warn(
          IDENTITY, "not checked: the stack tells no MailFrom", "see its parameters");
    }
    String address = sender.get();
    String domain = address.substring(address.indexOf('@') + 1);
    if (isVerified(address) || isVerified(domain)) {
      return Finding.ok(IDENTITY, address + " may send");
    }
    return Finding.fail(
        IDENTITY,
        "neither "
            + address
            + " nor "
            + domain
            + " is verified: no mail is sent, and texts are the only way",
        "verify one of them in SES, in this region");
  }

  private Optional<String> sender() {
    return aws
        .client(CloudFormationClient.builder())
        .describeStacks(it -> it.stackName(stack))
        .stacks()
        .getFirst()
        .parameters()
        .stream()
        .filter(it -> "MailFrom".equals(it.parameterKey()))
        .map(Parameter::parameterValue)
        .findFirst();
  }

  private boolean isVerified(String identity) {
    try {
      return Boolean.TRUE.equals(
          aws.client(SesV2Client.builder())
              .getEmailIdentity(it -> it.emailIdentity(identity))
              .verifiedForSendingStatus());
    } catch (NotFoundException unknown) {
      return false;
    }
  }

  private Finding account() {
    var account = aws.client(SesV2Client.builder()).getAccount(_ -> {});
    if (Boolean.FALSE.equals(account.sendingEnabled())) {
      return Finding.fail(
          SANDBOX,
          "SES has stopped sending (" + account.enforcementStatus() + ")",
          "read what SES wrote to the owner of this account");
    }
    return Boolean.TRUE.equals(account.productionAccessEnabled())
        ? Finding.ok(SANDBOX, "out of the sandbox")
        : Finding.fail(
            SANDBOX,
            "in the sandbox: only verified addresses get mail",
            "request production access in SES, in this region");
  }
}
