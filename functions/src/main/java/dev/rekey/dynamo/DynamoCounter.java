package dev.rekey.dynamo;

import dev.rekey.dynamo.Table.WriteOutcome.Written;
import dev.rekey.passcode.Counter;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Counters as items of the table of resets. A write that is repeated because its answer was lost
 * may count twice: that errs to the safe side.
 */
public final class DynamoCounter implements Counter {
  static final String TAKE = "SET taken = if_not_exists(taken, :zero) + :amount, #ttl = :ttl";
  static final String IF_LEFT = "attribute_not_exists(taken) OR taken <= :most";

  private final Table table;

  /**
   * Counts in one table.
   *
   * @param table name of the table of resets
   */
  public DynamoCounter(DynamoDbClient client, String table) {
    this.table = new Table(client, table);
  }

  @Override
  public boolean take(String name, int limit, Instant forgetAfter) {
    return table.write(pk(name), taking(1, limit, forgetAfter)) instanceof Written;
  }

  /** The amount must not be above the limit: who takes first meets no count to compare with. */
  static Write taking(int amount, int limit, Instant forgetAfter) {
    return Write.of(TAKE, IF_LEFT)
        .with(":zero", 0)
        .with(":amount", amount)
        .with(":most", limit - amount)
        .with(":ttl", forgetAfter.getEpochSecond());
  }

  static String pk(String name) {
    return "L#" + name;
  }
}
