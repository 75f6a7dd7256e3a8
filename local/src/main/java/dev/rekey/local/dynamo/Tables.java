package dev.rekey.local.dynamo;

import dev.rekey.local.template.TableSpec;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** Makes the tables that the template declares. */
public final class Tables {
  private final DynamoDbClient client;

  public Tables(DynamoDbClient client) {
    this.client = client;
  }

  /**
   * Makes a table with its stream and its expiry, unless it is there already; it can be used when
   * this returns.
   */
  public void ensure(TableSpec table) {
    try {
      client.createTable(request(table));
    } catch (ResourceInUseException e) {
      return;
    }
    client.waiter().waitUntilTableExists(request -> request.tableName(table.name()));
    table
        .ttlAttribute()
        .ifPresent(attribute ->
            client.updateTimeToLive(request ->
                request
                    .tableName(table.name())
                    .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(true))));
  }

  private static CreateTableRequest request(TableSpec table) {
    var key = KeySchemaElement.builder().attributeName(table.keyName()).keyType(KeyType.HASH);
    var type =
        AttributeDefinition.builder().attributeName(table.keyName()).attributeType(table.keyType());
    var request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(List.of(key.build()))
            .attributeDefinitions(List.of(type.build()));
    table
        .streamView()
        .ifPresent(view ->
            request.streamSpecification(stream -> stream.streamEnabled(true).streamViewType(view)));
    return request.build();
  }
}
