package dev.rekey.dynamo;

import dev.rekey.passcode.Caps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Caps as items of the table of resets. All shares are one transaction, so one request takes them
 * or none, and a try of the same call whose answer was lost is not counted twice.
 */
public final class DynamoCaps implements Caps {
  static final String LOWER = "SET taken = taken - :amount";
  static final String IF_COUNTED = "attribute_exists(taken)";
  static final String IF_TAKEN = "taken >= :amount";

  private final DynamoDbClient client;
  private final String resets;

  /**
   * Counts in one table.
   *
   * @param table name of the table of resets
   */
  public DynamoCaps(DynamoDbClient client, String table) {
    this.client = client;
    this.resets = table;
  }

  @Override
  public Optional<Share> take(List<Share> shares, Instant forgetAfter) {
    var impossible = shares.stream().filter(share -> share.amount() > share.limit()).findFirst();
    if (impossible.isPresent()) {
      return impossible;
    }
    var items =
        shares.stream()
            .map(share ->
                update(share, DynamoCounter.taking(share.amount(), share.limit(), forgetAfter)))
            .toArray(TransactWriteItem[]::new);
    return Transaction.refused(client, items).map(shares::get);
  }

  /** Where one is not counted any more, its day is over, and so is that of the others. */
  @Override
  public void giveBack(List<Share> shares) {
    var items =
        shares.stream()
            .map(
                share -> update(share, Write.of(LOWER, IF_COUNTED).with(":amount", share.amount())))
            .toArray(TransactWriteItem[]::new);
    Transaction.write(client, items);
  }

  @Override
  public void lower(String name, int amount) {
    new Table(client, resets)
        .write(DynamoCounter.pk(name), Write.of(LOWER, IF_TAKEN).with(":amount", amount));
  }

  private TransactWriteItem update(Share share, Write write) {
    return Transaction.update(resets, DynamoCounter.pk(share.name()), write);
  }
}
