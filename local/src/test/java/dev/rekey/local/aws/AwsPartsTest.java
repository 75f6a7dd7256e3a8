package dev.rekey.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.keys.KeyringJson;
import dev.rekey.local.RunnerException;
import dev.rekey.local.dynamo.DynamoEngine;
import dev.rekey.local.fault.Faults;
import dev.rekey.local.template.Template;
import dev.rekey.local.template.TemplateReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** What STACK=aws makes, and what it never makes. */
class AwsPartsTest {
  private final DynamoEngine engine = DynamoEngine.start(Optional.empty(), new Faults());
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final OneSecret secret = new OneSecret();
  private final Senders senders = new Senders();
  private final Template template =
      TemplateReader.read(
          Path.of("../template.yaml"),
          Map.of("Apps", "app", "MailFrom", "no-reply@example.com"),
          Map.of("REKEY_MAIL_FROM", "Rekey <no-reply@example.com>"));
  private final AwsClients clients = clients();
  private final AwsParts parts =
      new AwsParts(clients, template, Clock.systemUTC(), new SecureRandom());

  private AwsClients clients() {
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    return new AwsClients(
        http,
        DynamoDbClient.builder()
            .httpClient(http)
            .endpointOverride(engine.endpoint())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(credentials)
            .build(),
        DynamoDbStreamsClient.builder()
            .httpClient(http)
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(credentials)
            .build(),
        secret,
        senders,
        SnsClient.builder().httpClient(http).region(Region.EU_CENTRAL_1).build(),
        StsClient.builder().httpClient(http).region(Region.EU_CENTRAL_1).build());
  }

  @AfterEach
  void close() {
    clients.close();
    engine.close();
  }

  private void assertStops(Runnable start, String... words) {
    assertThatThrownBy(start::run)
        .isInstanceOf(RunnerException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void aMissingTableStopsTheStartAndNothingIsMade() {
    assertStops(parts::check, "the table ", "is not there", "REKEY_CREATE=true");
    assertThat(clients.tables().listTables().tableNames()).isEmpty();
    assertThat(secret.values()).isEmpty();
    assertThat(senders.asked()).isEmpty();
  }

  @Test
  void missingKeysStopTheStart() {
    parts.makeWhatIsMissing();
    secret.forget();
    assertStops(parts::check, "a value of the secret " + template.keysSecret());
  }

  @Test
  void allIsMadeAsTheTemplateSays() {
    parts.makeWhatIsMissing();
    parts.check();
    assertThat(KeyringJson.read(secret.values().getLast())).isNotNull();
    assertThat(senders.asked()).containsExactly("no-reply@example.com");
    for (var table : template.tables()) {
      var made = clients.tables().describeTable(it -> it.tableName(table.name())).table();
      var expiry = clients.tables().describeTimeToLive(it -> it.tableName(table.name()));
      assertThat(made.keySchema().getFirst().attributeName()).isEqualTo(table.keyName());
      assertThat(
              Optional.ofNullable(made.streamSpecification())
                  .map(it -> it.streamViewTypeAsString()))
          .isEqualTo(table.streamView());
      assertThat(
              Optional.ofNullable(expiry.timeToLiveDescription().attributeName())
                  .filter(name -> !name.isEmpty()))
          .isEqualTo(table.ttlAttribute());
    }
  }

  @Test
  void whatIsThereStaysAsItIs() {
    parts.makeWhatIsMissing();
    parts.makeWhatIsMissing();
    assertThat(secret.values()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-reply@example.com", "example.com"})
  void aVerifiedSenderIsNotAskedAgain(String identity) {
    senders.verified(identity);
    parts.makeWhatIsMissing();
    assertThat(senders.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-reply@example.com", "example.com"})
  void aPendingSenderIsAsked(String identity) {
    senders.pending(identity);
    parts.makeWhatIsMissing();
    assertThat(senders.asked()).containsExactly("no-reply@example.com");
  }

  @Test
  void aSecretWithoutAValueGetsOne() {
    secret.exists();
    parts.makeWhatIsMissing();
    assertThat(secret.values()).hasSize(1);
  }

  /** Under other keys no account is ever found again. */
  @Test
  void keysAreNeverMadeBesideItems() {
    for (var table : template.tables()) {
      secret.forget();
      parts.makeWhatIsMissing();
      secret.forget();
      var item = Map.of(table.keyName(), AttributeValue.fromS("A#ada"));
      clients.tables().putItem(it -> it.tableName(table.name()).item(item));
      assertStops(parts::makeWhatIsMissing, table.name(), "restore the secret");
      assertThat(secret.values()).isEmpty();
      clients.tables().deleteItem(it -> it.tableName(table.name()).key(item));
    }
  }
}
