package dev.rekey.local.cli.check;

import dev.rekey.local.cli.stack.Aws;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;

/**
 * Whether SES sends: the sender verified, the account out of the sandbox and not paused.
 *
 * @param sender finds the address that mails come from, where there is one
 * @param permission what whoever seeks it must be allowed to do, and to ask SES
 */
public record MailChecks(Aws aws, Supplier<Optional<String>> sender, String permission) {
  private static final String IDENTITY = "mail sender";
  private static final String SANDBOX = "mail account";

  public List<Check> all() {
    return List.of(
        new Check(IDENTITY, permission, this::identity),
        new Check(SANDBOX, "ses:GetAccount", this::account));
  }

  private Finding identity() {
    var from = sender.get();
    if (from.isEmpty()) {
      return Finding.warn(
          IDENTITY, "not checked: no MailFrom is known", "see the stack's parameters");
    }
    String address = from.get();
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
