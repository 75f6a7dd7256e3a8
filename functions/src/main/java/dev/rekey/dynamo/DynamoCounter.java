package dev.rekey.dynamo;

import dev.rekey.dynamo.Table.WriteOutcome.Refused;
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
  static final String TAKE = "SET taken = if_not_exists(taken, :zero) + :amount, #ttl = :ttl";
  static final String IF_LEFT = "attribute_not_exists(taken) OR taken <= :most";

  static final String GIVE_BACK = "SET taken = taken - :amount";
  static final String IF_TAKEN = "taken >= :amount";
  static final String EMPTY = "SET taken = :zero";
  static final String IF_LESS_TAKEN = "taken < :amount";

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
  public boolean take(String name, int amount, int limit, Instant forgetAfter) {
    if (amount > limit) {
      return false;
    }
    var write =
        Write.of(TAKE, IF_LEFT)
            .with(":zero", 0)
            .with(":amount", amount)
            .with(":most", limit - amount)
            .with(":ttl", forgetAfter.getEpochSecond());
    return table.write(pk(name), write) instanceof Written;
  }

  @Override
  public void giveBack(String name, int amount) {
    var write = Write.of(GIVE_BACK, IF_TAKEN).with(":amount", amount);
    if (table.write(pk(name), write) instanceof Refused(var was) && !was.isEmpty()) {
      table.write(
          pk(name), Write.of(EMPTY, IF_LESS_TAKEN).with(":amount", amount).with(":zero", 0));
    }
  }

  private static String pk(String name) {
    return "L#" + name;
  }
}
