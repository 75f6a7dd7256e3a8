package dev.rekey.local.dynamo;

import dev.rekey.local.fault.Faults;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in this process. Its own {@code ServerRunner} listens on every interface and
 * reports its use, so its handler is put into a server that does neither.
 */
public final class DynamoEngine implements AutoCloseable {
  private final Server server;
  private final LocalDynamoDBRequestHandler engine;
  private final ServerConnector forFunctions;
  private final ServerConnector forRunner;

  private DynamoEngine(
      Server server,
      LocalDynamoDBRequestHandler engine,
      ServerConnector forFunctions,
      ServerConnector forRunner) {
    this.server = server;
    this.engine = engine;
    this.forFunctions = forFunctions;
    this.forRunner = forRunner;
  }

  /**
   * Starts the engine.
   *
   * @param folder where tables are kept; absent: in memory
   * @param faults met by the calls of the functions alone
   */
  public static DynamoEngine start(Optional<Path> folder, Faults faults) {
    try {
      var engine =
          new LocalDynamoDBRequestHandler(
              0, folder.isEmpty(), folder.map(Path::toString).orElse(null), true, false);
      var handler = new LocalDynamoDBServerHandler(engine, null);
      var server = new Server();
      var forFunctions = connector(server);
      var forRunner = connector(server);
      server.setHandler(
          new FaultyConnector(
              forFunctions, faults, new DynamoDBProxyServer(0, handler).setUpHandler(handler)));
      server.start();
      return new DynamoEngine(server, engine, forFunctions, forRunner);
    } catch (Exception e) { // Jetty declares no less
      throw new IllegalStateException("DynamoDB Local does not start: " + e.getMessage(), e);
    }
  }

  /** What the functions use; faults strike here. */
  public URI endpoint() {
    return uri(forFunctions);
  }

  /** What the runner itself uses. */
  public URI quietEndpoint() {
    return uri(forRunner);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // Jetty declares no less
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    }
    engine.shutdown();
  }

  private static ServerConnector connector(Server server) {
    var connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    server.addConnector(connector);
    return connector;
  }

  private static URI uri(ServerConnector connector) {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }
}
