package dev.rekey.dynamo;

import dev.rekey.dynamo.Table.WriteOutcome.Written;
import dev.rekey.passcode.Cap;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Counters as items of the table of resets. A write that is repeated because its answer was lost
 * may count twice: taking, that errs to the safe side; giving back, it is one too many, which no
 * caller can bring about.
 */
public final class DynamoCounter implements Cap {
  static final String TAKE = "SET taken = if_not_exists(taken, :zero) + :one, #ttl = :ttl";
  static final String IF_LEFT = "attribute_not_exists(taken) OR taken < :limit";

  static final String GIVE_BACK = "SET taken = taken - :one";
  static final String IF_TAKEN = "taken > :zero";

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
    return table.write(pk(name), write) instanceof Written;
  }

  @Override
  public void giveBack(String name) {
    var write = Write.of(GIVE_BACK, IF_TAKEN).with(":zero", 0).with(":one", 1);
    table.write(pk(name), write);
  }

  private static String pk(String name) {
    return "L#" + name;
  }
}
