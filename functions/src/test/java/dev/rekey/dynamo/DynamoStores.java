package dev.rekey.dynamo;

import dev.rekey.account.AccountDirectory;
import dev.rekey.account.AccountId;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.address.Channel;
import dev.rekey.conformance.Stores;
import dev.rekey.keys.AddressSeal;
import dev.rekey.passcode.Caps;
import dev.rekey.passcode.Counter;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.ResetStore;
import dev.rekey.testing.DynamoDbLocal;
import dev.rekey.testing.LocalStack;
import dev.rekey.testing.TestKeys;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/** The stores in tables of their own in DynamoDB Local, or in LocalStack. */
public final class DynamoStores implements Stores {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final DynamoDbClient PLAIN = patientClient(DynamoDbLocal.endpoint(), PATIENCE);

  private final DynamoDbClient client;
  private final DynamoDbLocal.Tables tables;
  private final AddressHashes hashes = new AddressHashes(TestKeys.keys());
  private final AddressSeal seal =
      new AddressSeal(
          TestKeys.keys(),
          InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")),
          new SecureRandom());
  private final AccountItems items = new AccountItems(seal);

  private DynamoStores(DynamoDbClient client, DynamoDbLocal.Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  /** Over new tables. */
  public static DynamoStores create() {
    return new DynamoStores(PLAIN, DynamoDbLocal.newTables());
  }

  /** The client of the functions, with an endpoint. */
  static DynamoDbClient client(URI endpoint) {
    return located(DynamoClients.builder(), endpoint).build();
  }

  /**
   * The same, but a call may take as long as hundreds of callers do on a busy machine.
   *
   * @param attempt after which a try is given up and the next one made
   */
  static DynamoDbClient patientClient(URI endpoint, Duration attempt) {
    var builder = located(DynamoClients.builder(), endpoint);
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE))
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder()
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(PATIENCE)
                .build())
        .build();
  }

  private static DynamoDbClientBuilder located(DynamoDbClientBuilder builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(DynamoDbLocal.REGION)
        .credentialsProvider(DynamoDbLocal.credentials());
  }

  /** The same tables, reached in another way. */
  DynamoStores through(DynamoDbClient other) {
    return new DynamoStores(other, tables);
  }

  @Override
  public ResetStore resets(Limits limits) {
    return new DynamoResetStore(client, tables.resets(), seal, limits);
  }

  @Override
  public AccountDirectory accounts() {
    return directory();
  }

  private DynamoAccountDirectory directory() {
    return new DynamoAccountDirectory(client, tables.accounts(), tables.resets(), items, hashes);
  }

  @Override
  public Counter counter() {
    return new DynamoCounter(client, tables.resets());
  }

  @Override
  public Caps caps() {
    return new DynamoCaps(client, tables.resets());
  }

  @Override
  public void put(StoredAccount account) {
    stored(account.id()).ifPresent(this::removeAliases);
    put(items.item(account));
    account.email().ifPresent(it -> putAlias(account, Channel.EMAIL, hash(Channel.EMAIL, it), it));
    account.phone().ifPresent(it -> putAlias(account, Channel.SMS, hash(Channel.SMS, it), it));
  }

  @Override
  public void putAlias(
      StoredAccount account, Channel channel, AddressHash hash, StoredAddress address) {
    put(items.alias(account, channel, hash, address));
  }

  @Override
  public Optional<StoredAccount> stored(AccountId id) {
    return directory().stored(id);
  }

  @Override
  public Optional<OutboxEntry> promised(AddressHash address) {
    var item = item(address);
    return item.containsKey("outbox")
        ? Optional.of(new OutboxImages(seal).read(json(item)))
        : Optional.empty();
  }

  /** The item of an address as it is stored. */
  Map<String, AttributeValue> item(AddressHash address) {
    return new Table(PLAIN, tables.resets()).get(ResetItem.pk(address));
  }

  /** The item of a counter as it is stored. */
  Map<String, AttributeValue> limit(String name) {
    return new Table(PLAIN, tables.resets()).get("L#" + name);
  }

  /** Each attribute of an account and of the alias of one of its addresses, as text. */
  public Map<String, String> attributes(AccountId id, Address address) {
    var table = new Table(PLAIN, tables.accounts());
    var attributes = new HashMap<String, String>();
    table
        .get(AccountItems.pk(address.channel(), hashes.of(address)))
        .forEach((name, value) -> attributes.put("alias " + name, value.toString()));
    table.get(AccountItems.pk(id)).forEach((name, value) -> attributes.put(name, value.toString()));
    return attributes;
  }

  /** The names of its tables. */
  public DynamoDbLocal.Tables tables() {
    return tables;
  }

  /** The item of an address, as the stream would bring it. */
  public String image(AddressHash address) {
    return json(item(address));
  }

  /** Every item of both tables, as text. */
  public String everything() {
    var all = new StringBuilder();
    for (String table : List.of(tables.resets(), tables.accounts())) {
      PLAIN.scanPaginator(scan -> scan.tableName(table)).items().forEach(all::append);
    }
    return all.toString();
  }

  private void put(Map<String, AttributeValue> item) {
    PLAIN.putItem(put -> put.tableName(tables.accounts()).item(item));
  }

  private void removeAliases(StoredAccount account) {
    account.email().ifPresent(it -> removeAlias(Channel.EMAIL, it));
    account.phone().ifPresent(it -> removeAlias(Channel.SMS, it));
  }

  private void removeAlias(Channel channel, StoredAddress address) {
    String pk = AccountItems.pk(channel, hash(channel, address));
    PLAIN.deleteItem(delete -> delete.tableName(tables.accounts()).key(Table.key(pk)));
  }

  private AddressHash hash(Channel channel, StoredAddress address) {
    return hashes.of(DynamoAccountDirectory.restore(channel, address.asTyped()).orElseThrow());
  }

  /** As the stream would bring it. */
  private static String json(Map<String, AttributeValue> item) {
    var json = JsonMapper.shared().createObjectNode();
    item.forEach((name, value) -> {
      if (value.s() != null) {
        json.putObject(name).put("S", value.s());
      } else if (value.n() != null) {
        json.putObject(name).put("N", value.n());
      }
    });
    return json.toString();
  }

  @Override
  public String toString() {
    return LocalStack.isAskedFor() ? "LocalStack" : "DynamoDB Local";
  }
}
