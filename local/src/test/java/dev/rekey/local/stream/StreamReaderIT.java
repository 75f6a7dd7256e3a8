package dev.rekey.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.aws.LocalStack;
import dev.rekey.local.dynamo.Tables;
import dev.rekey.local.template.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The streams of LocalStack, as the runner reads them. */
class StreamReaderIT {
  private static final int READS = 100;

  private final DynamoDbClient tables = client(DynamoDbClient.builder());
  private final DynamoDbStreamsClient streams = client(DynamoDbStreamsClient.builder());
  private final String table = "Stream-" + UUID.randomUUID();
  private String stream = "";

  private static <C, B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>> C client(
      B builder) {
    return builder
        .endpointOverride(LocalStack.start().endpoint())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @BeforeEach
  void makeTheTable() {
    new Tables(tables)
        .ensure(
            new TableSpec(table, "pk", "S", Optional.of("ttl"), Optional.of("NEW_AND_OLD_IMAGES")));
    stream = tables.describeTable(ask -> ask.tableName(table)).table().latestStreamArn();
  }

  @AfterEach
  void close() {
    tables.deleteTable(it -> it.tableName(table));
    tables.close();
    streams.close();
  }

  @Test
  void bringsEveryChangeInItsOrderWithBothImages() {
    put("1");
    put("2");
    var records = read(StreamReader.goingOn(streams, stream, Optional.empty()), 2);

    var second = records.getLast().json().path("dynamodb");
    assertThat(second.path("OldImage").path("n").path("N").asString()).isEqualTo("1");
    assertThat(second.path("NewImage").path("n").path("N").asString()).isEqualTo("2");
    assertThat(second.path("NewImage").path("none").path("M").isObject()).isTrue();
    assertThat(records.getLast().json().path("eventName").asString()).isEqualTo("MODIFY");
  }

  @Test
  void fromNowBeginsWithWhatComes() {
    put("1");
    var reader = StreamReader.fromNow(streams, stream);
    put("2");

    var records = read(reader, 1);

    var image = records.getFirst().json().path("dynamodb").path("NewImage");
    assertThat(image.path("n").path("N").asString()).isEqualTo("2");
  }

  private void put(String number) {
    var item =
        Map.of(
            "pk", AttributeValue.builder().s("R#1").build(),
            "n", AttributeValue.builder().n(number).build(),
            "none", AttributeValue.builder().m(Map.of()).build());
    tables.putItem(put -> put.tableName(table).item(item));
  }

  private static List<StreamRecord> read(StreamReader reader, int count) {
    var records = new ArrayList<StreamRecord>();
    for (int i = 0; i < READS && records.size() < count; i++) {
      records.addAll(reader.next());
    }
    assertThat(records).hasSize(count);
    return records;
  }
}
