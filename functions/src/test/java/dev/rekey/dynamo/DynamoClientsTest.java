package dev.rekey.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Which cancelled transactions are tried again. */
class DynamoClientsTest {
  private final AtomicInteger tries = new AtomicInteger();
  private HttpServer server;
  private String cancelled = "";

  @BeforeEach
  void begin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          tries.incrementAndGet();
          byte[] body = cancelled.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.0");
          exchange.sendResponseHeaders(400, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TransactionConflict,None",
        "None,TransactionConflict",
        "ThrottlingError,None",
        "ProvisionedThroughputExceeded,TransactionConflict"
      })
  void whatSaysNothingOfAConditionIsTriedAgain(String reasons) {
    transact(reasons);
    assertThat(tries).hasValueGreaterThan(1);
  }

  /** The condition was looked at: another try could only be answered by what changed since. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ConditionalCheckFailed,None",
        "ConditionalCheckFailed,TransactionConflict",
        "ThrottlingError,ConditionalCheckFailed",
        "None,ValidationError"
      })
  void whatIsFinalIsNot(String reasons) {
    transact(reasons);
    assertThat(tries).hasValue(1);
  }

  private void transact(String reasons) {
    String codes =
        Arrays.stream(reasons.split(","))
            .map(code -> "{\"Code\":\"" + code + "\"}")
            .collect(Collectors.joining(","));
    cancelled =
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\","
            + "\"Message\":\"cancelled\",\"CancellationReasons\":["
            + codes
            + "]}";
    var put = Put.builder().tableName("table").item(Map.of("pk", Values.of("a"))).build();
    var request =
        TransactWriteItemsRequest.builder()
            .transactItems(TransactWriteItem.builder().put(put).build())
            .build();
    try (var client =
        DynamoClients.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .build()) {
      assertThatThrownBy(() -> client.transactWriteItems(request))
          .isInstanceOf(TransactionCanceledException.class);
    }
  }
}
