package dev.rekey.local.cli.check;

import dev.rekey.local.cli.stack.Aws;
import java.math.BigDecimal;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsClient;

/** Whether SNS sends texts, and for how much money. */
public record TextChecks(Aws aws) {
  private static final String LIMIT = "sms limit";
  private static final String SANDBOX = "sms account";
  private static final String SPEND_LIMIT = "MonthlySpendLimit";

  /** What an account has before anybody asked for more; also where the attribute is not set. */
  private static final BigDecimal FIRST_LIMIT = BigDecimal.ONE;

  public List<Check> all() {
    return List.of(
        new Check(LIMIT, "sns:GetSMSAttributes", this::limit),
        new Check(SANDBOX, "sns:GetSMSSandboxAccountStatus", this::sandbox));
  }

  private Finding limit() {
    var set =
        aws.client(SnsClient.builder())
            .getSMSAttributes(it -> it.attributes(SPEND_LIMIT))
            .attributes()
            .get(SPEND_LIMIT);
    var limit = set == null ? FIRST_LIMIT : new BigDecimal(set);
    String found = limit.toPlainString() + " US dollars a month";
    if (limit.signum() == 0) {
      return Finding.fail(LIMIT, found + ": no text is sent", "set MonthlySpendLimit in SNS");
    }
    return limit.compareTo(FIRST_LIMIT) > 0
        ? Finding.ok(LIMIT, found)
        : Finding.warn(
            LIMIT,
            found + ": texts end after a few dozen",
            "ask for a higher spend quota of SNS, then set MonthlySpendLimit");
  }

  private Finding sandbox() {
    return Boolean.TRUE.equals(
            aws.client(SnsClient.builder()).getSMSSandboxAccountStatus(_ -> {}).isInSandbox())
        ? Finding.warn(
            SANDBOX,
            "in the sandbox: only verified numbers get texts",
            "leave the SMS sandbox of SNS, in this region")
        : Finding.ok(SANDBOX, "out of the sandbox");
  }
}
