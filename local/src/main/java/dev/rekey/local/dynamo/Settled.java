package dev.rekey.local.dynamo;

import com.sun.net.httpserver.HttpExchange;
import dev.rekey.local.wire.LoopbackServer;
import dev.rekey.local.wire.Reply;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Answers only after what the route wrote is on disk. DynamoDB Local answers a transaction before
 * its commit, which waits in a queue: a kill in between would lose a reset that was answered 200.
 * DynamoDB itself is durable when it answers. The queue works in order, so a read that comes after
 * the commit proves it.
 */
public final class Settled implements LoopbackServer.Route {
  private final LoopbackServer.Route route;
  private final DynamoDbClient tables;
  private final String table;

  /**
   * Wraps a route.
   *
   * @param table any one: all are in one file
   */
  public Settled(LoopbackServer.Route route, DynamoDbClient tables, String table) {
    this.route = route;
    this.tables = tables;
    this.table = table;
  }

  @Override
  public Reply answer(HttpExchange exchange) throws IOException {
    var reply = route.answer(exchange);
    var nobody = AttributeValue.builder().s("-").build();
    tables.getItem(get -> get.tableName(table).key(Map.of("pk", nobody)).consistentRead(true));
    return reply;
  }
}
