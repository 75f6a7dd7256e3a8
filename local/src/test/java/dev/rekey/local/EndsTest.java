package dev.rekey.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.local.fault.End;
import dev.rekey.local.fault.Faults;
import dev.rekey.local.fault.FaultsJson;
import dev.rekey.local.recorder.Message;
import dev.rekey.local.recorder.MessageLog;
import dev.rekey.local.secrets.SecretStore;
import dev.rekey.local.wire.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SesException;
import software.amazon.awssdk.services.sns.SnsClient;

/** The ends as the real SDK clients see them. */
class EndsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;
  private final Faults faults = new Faults();
  private final Ends[] started = new Ends[1];

  @AfterEach
  void stop() {
    if (started[0] != null) {
      started[0].close();
    }
  }

  @Test
  void recordsAMailAndKeepsItForTheNextLife() {
    var ses = client(SesClient.builder(), start(), End.SES);
    ses.sendEmail(mail ->
        mail.source("a@b.example")
            .destination(to -> to.toAddresses("ada@example.com"))
            .message(m ->
                m.subject(s -> s.data("密码 & more"))
                    .body(b -> b.text(t -> t.data("1+1=2\n")).html(h -> h.data("<p>")))));
    assertThat(new MessageLog(Optional.of(folder)).all())
        .singleElement()
        .usingRecursiveComparison()
        .ignoringFields("id")
        .isEqualTo(new Message("", "EMAIL", "ada@example.com", "密码 & more", "1+1=2\n", "<p>", NOW));
  }

  @Test
  void recordsATextAndLetsEventsGo() {
    var sns = client(SnsClient.builder(), start(), End.SNS);
    sns.publish(request -> request.phoneNumber("+447912345678").message("123456"));
    sns.publish(request -> request.topicArn("arn:aws:sns:us-east-1:000000000000:t").message("{}"));
    assertThat(new MessageLog(Optional.of(folder)).all())
        .extracting(Message::channel, Message::to, Message::text)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("SMS", "+447912345678", "123456"));
  }

  @Test
  void failsAsOftenAsItWasAskedTo() {
    var ses = client(SesClient.builder(), start(), End.SES);
    faults.replace(FaultsJson.read(Json.readObject("{\"ses\":{\"status\":403,\"times\":1}}")));
    assertThatThrownBy(() -> ses.sendEmail(mail -> mail.source("a@b.example")))
        .isInstanceOfSatisfying(SesException.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    assertThatThrownBy(() -> ses.sendEmail(mail -> mail.source("a@b.example")))
        .isInstanceOfSatisfying(SesException.class, e -> assertThat(e.statusCode()).isEqualTo(400));
  }

  @Test
  void movesTheStagesOfASecretAndKeepsThem() {
    var ends = start();
    var secrets = client(SecretsManagerClient.builder(), ends, End.SECRETSMANAGER);
    secrets.createSecret(request -> request.name("keys").secretString("one"));
    secrets.putSecretValue(request -> request.secretId("keys").secretString("two"));
    assertThat(secrets.getSecretValue(request -> request.secretId("keys")).secretString())
        .isEqualTo("two");
    assertThat(
            secrets
                .getSecretValue(r -> r.secretId("keys").versionStage("AWSPREVIOUS"))
                .secretString())
        .isEqualTo("one");
    assertThat(new SecretStore(Optional.of(folder)).current("keys")).contains("two");
  }

  @Test
  void knowsNoSecretThatWasNotMade() {
    var secrets = client(SecretsManagerClient.builder(), start(), End.SECRETSMANAGER);
    assertThatThrownBy(() -> secrets.getSecretValue(request -> request.secretId("none")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private Ends start() {
    var data = Optional.of(folder);
    var ends =
        Ends.start(new MessageLog(data), new SecretStore(data), InstantSource.fixed(NOW), faults);
    started[0] = ends;
    return ends;
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, Ends ends, End end) {
    return builder
        .endpointOverride(ends.endpoint(end))
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
        .httpClient(UrlConnectionHttpClient.builder().build())
        .build();
  }
}
