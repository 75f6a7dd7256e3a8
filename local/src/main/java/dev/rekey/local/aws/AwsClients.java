package dev.rekey.local.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The runner's own clients. Endpoints, region and credentials come from where the SDK looks for
 * them, as those of the functions do.
 */
record AwsClients(
    SdkHttpClient http,
    DynamoDbClient tables,
    DynamoDbStreamsClient streams,
    SecretsManagerClient secrets,
    SesClient ses,
    SnsClient sns,
    StsClient sts)
    implements AutoCloseable {
  /** An emulator loads a service at its first call. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static AwsClients fromEnvironment() {
    var http = UrlConnectionHttpClient.builder().socketTimeout(PATIENCE).build();
    return new AwsClients(
        http,
        client(DynamoDbClient.builder(), http),
        client(DynamoDbStreamsClient.builder(), http),
        client(SecretsManagerClient.builder(), http),
        client(SesClient.builder(), http),
        client(SnsClient.builder(), http),
        client(StsClient.builder(), http));
  }

  private static <C, B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>> C client(
      B builder, SdkHttpClient http) {
    return builder
        .httpClient(http)
        .overrideConfiguration(it -> it.apiCallTimeout(PATIENCE))
        .build();
  }

  /** Where the five services are that the functions call. */
  AwsEnds ends() {
    return new AwsEnds()
        .add("DynamoDB", tables.serviceClientConfiguration())
        .add("DynamoDB Streams", streams.serviceClientConfiguration())
        .add("Secrets Manager", secrets.serviceClientConfiguration())
        .add("SES", ses.serviceClientConfiguration())
        .add("SNS", sns.serviceClientConfiguration());
  }

  @Override
  public void close() {
    tables.close();
    streams.close();
    secrets.close();
    ses.close();
    sns.close();
    sts.close();
    http.close();
  }
}
