package dev.rekey.dynamo;

import dev.rekey.dynamo.Table.WriteOutcome.Written;
import dev.rekey.passcode.Counter;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Counters as items of the table of resets. A repeated write may count twice: a limit errs to the
 * safe side.
 */
public final class DynamoCounter implements Counter {
  static final String TAKE = "SET taken = if_not_exists(taken, :zero) + :one, #ttl = :ttl";
  static final String IF_LEFT = "attribute_not_exists(taken) OR taken < :limit";

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
    var write =
        Write.of(TAKE, IF_LEFT)
            .with(":zero", 0)
            .with(":one", 1)
            .with(":limit", limit)
            .with(":ttl", forgetAfter.getEpochSecond());
    return table.write("L#" + name, write) instanceof Written;
  }
}
