package dev.rekey.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The clients beside DynamoDB's. Region, credentials and endpoints come from where the SDK looks
 * for them; every call has a time-out and a bounded number of tries.
 */
public final class AwsClients {
  private static final Duration TRY = Duration.ofMillis(900);
  private static final Duration CALL = Duration.ofSeconds(2);
  private static final int TRIES = 3;

  /**
   * A message may have left although its answer was lost, so it is not sent again by the client,
   * only by the stream.
   */
  private static final Duration SEND = Duration.ofSeconds(4);

  private AwsClients() {}

  public static SecretsManagerClient secretsManager() {
    return SecretsManagerClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(TRY).socketTimeout(TRY))
        .overrideConfiguration(bounded(TRIES, TRY, CALL))
        .build();
  }

  public static SesClient ses() {
    return SesClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(TRY).socketTimeout(SEND))
        .overrideConfiguration(sending())
        .build();
  }

  public static SnsClient sns() {
    return SnsClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(TRY).socketTimeout(SEND))
        .overrideConfiguration(sending())
        .build();
  }

  /** Puts to presigned addresses. */
  public static PresignedAnswers stackAnswers() {
    return new PresignedAnswers(
        UrlConnectionHttpClient.builder().connectionTimeout(SEND).socketTimeout(SEND).build());
  }

  /**
   * Nothing of a message stays behind (R54): a connection that is kept has the last one, passcode
   * and all, in its buffer until the next. Asked so, a server closes it (RFC 9112 section 9.6);
   * nobody waits for a delivery.
   */
  private static ClientOverrideConfiguration sending() {
    return bounded(1, SEND, SEND).toBuilder()
        .putHeader("Connection", "close")
        .addExecutionInterceptor(new DetachedAnswers())
        .build();
  }

  private static ClientOverrideConfiguration bounded(int tries, Duration attempt, Duration call) {
    var retries = AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(tries).build();
    return ClientOverrideConfiguration.builder()
        .retryStrategy(retries)
        .apiCallAttemptTimeout(attempt)
        .apiCallTimeout(call)
        .build();
  }
}
