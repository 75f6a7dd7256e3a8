package dev.rekey.testing;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * The engine of DynamoDB, in memory, over HTTP on a free port of the loopback; one for all tests of
 * a run, or where {@code make test-aws} asks for it that of LocalStack. Its own {@code
 * ServerRunner} listens on every interface and reports its use, so its handler is put into a server
 * that does neither.
 */
public final class DynamoDbLocal {
  public static final Region REGION = Region.EU_CENTRAL_1;
  private static final KeySchemaElement KEY =
      KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build();
  private static final AttributeDefinition TEXT =
      AttributeDefinition.builder()
          .attributeName("pk")
          .attributeType(ScalarAttributeType.S)
          .build();
  private static final URI ENDPOINT = LocalStack.isAskedFor() ? LocalStack.endpoint() : start();

  private DynamoDbLocal() {}

  /** The names of a pair of tables. */
  public record Tables(String resets, String accounts) {}

  /** Where it listens. */
  public static URI endpoint() {
    return ENDPOINT;
  }

  /** Credentials that open nothing. */
  public static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
  }

  /** A pair of empty tables of their own. */
  public static Tables newTables() {
    String id = UUID.randomUUID().toString();
    var tables = new Tables("Resets-" + id, "Accounts-" + id);
    try (var client = client()) {
      create(client, tables.resets());
      create(client, tables.accounts());
    }
    return tables;
  }

  /** These tables, empty, in place of those that were; that of the resets with a stream. */
  public static Tables emptied(Tables tables) {
    try (var client = client()) {
      var there = client.listTables().tableNames();
      Stream.of(tables.resets(), tables.accounts())
          .filter(there::contains)
          .forEach(table -> client.deleteTable(delete -> delete.tableName(table)));
      client.createTable(
          create(tables.resets())
              .streamSpecification(stream ->
                  stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
              .build());
      create(client, tables.accounts());
    }
    return tables;
  }

  private static DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(ENDPOINT)
        .region(REGION)
        .credentialsProvider(credentials())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static void create(DynamoDbClient client, String table) {
    client.createTable(create(table).build());
  }

  private static CreateTableRequest.Builder create(String table) {
    return CreateTableRequest.builder()
        .tableName(table)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(List.of(KEY))
        .attributeDefinitions(List.of(TEXT));
  }

  private static URI start() {
    try {
      var engine = new LocalDynamoDBRequestHandler(0, true, null, true, false);
      var handler = new LocalDynamoDBServerHandler(engine, null);
      var server = new Server();
      var connector = new ServerConnector(server);
      connector.setHost("127.0.0.1");
      connector.setPort(0);
      server.addConnector(connector);
      server.setHandler(new DynamoDBProxyServer(0, handler).setUpHandler(handler));
      server.start();
      return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    } catch (Exception e) { // Jetty declares no less
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }
}
