package dev.rekey.dynamo;

import dev.rekey.account.SuppressOutcome;
import dev.rekey.account.Suppression;
import dev.rekey.dynamo.Table.WriteOutcome.Refused;
import dev.rekey.dynamo.Table.WriteOutcome.Written;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The writes to an alias whose address gets no mail, or gets it again. Each is conditional on the
 * very sealed address that was read and compared before: an alias that was written anew since then
 * is another one, and is left alone. Both are repeated without harm.
 */
final class Suppressions {
  static final String SUPPRESS =
      "SET suppressedAt = if_not_exists(suppressedAt, :at),"
          + " suppressedFor = if_not_exists(suppressedFor, :cause)";

  /** What bounced before an operator lifted it may be told after that: SNS tries for days. */
  static final String IF_NOT_LIFTED_SINCE =
      "address = :address AND (attribute_not_exists(liftedAt) OR liftedAt < :at)";

  static final String LIFT = "SET liftedAt = :now REMOVE suppressedAt, suppressedFor";
  static final String IF_SUPPRESSED = "address = :address AND attribute_exists(suppressedAt)";

  private final Table accounts;

  Suppressions(Table accounts) {
    this.accounts = accounts;
  }

  /** Asked on the way of every call that finds an account, so it reads nothing that could fail. */
  static boolean holds(Map<String, AttributeValue> alias) {
    return alias.containsKey("suppressedAt");
  }

  static Optional<Suppression> read(Map<String, AttributeValue> alias) {
    return Values.instant(alias, "suppressedAt")
        .map(since ->
            new Suppression(
                since,
                Values.text(alias, "suppressedFor")
                    .map(Suppression.Cause::valueOf)
                    .orElse(Suppression.Cause.BOUNCE)));
  }

  /**
   * Suppresses the address of an alias.
   *
   * @param alias as it was read
   */
  SuppressOutcome write(Map<String, AttributeValue> alias, Suppression suppression) {
    var write =
        Write.of(SUPPRESS, IF_NOT_LIFTED_SINCE)
            .with(":at", suppression.since())
            .with(":cause", suppression.cause().name())
            .with(":address", address(alias));
    return switch (accounts.write(pk(alias), write)) {
      case Written _ -> SuppressOutcome.SUPPRESSED;
      case Refused(var now) ->
          address(alias).equals(now.get("address"))
              ? SuppressOutcome.LIFTED_SINCE
              : SuppressOutcome.NO_ACCOUNT;
    };
  }

  /** Whether there was something to lift; a retry that comes second knows the first by its time. */
  boolean lift(Map<String, AttributeValue> alias, Instant now) {
    var write = Write.of(LIFT, IF_SUPPRESSED).with(":now", now).with(":address", address(alias));
    return switch (accounts.write(pk(alias), write)) {
      case Written _ -> true;
      case Refused(var item) ->
          address(alias).equals(item.get("address")) && Values.of(now).equals(item.get("liftedAt"));
    };
  }

  private static AttributeValue address(Map<String, AttributeValue> alias) {
    return alias.getOrDefault("address", Values.of(""));
  }

  private static String pk(Map<String, AttributeValue> alias) {
    return Values.text(alias, Table.PK).orElseThrow();
  }
}
