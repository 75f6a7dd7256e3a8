package dev.rekey.dynamo;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * The client of both tables. A try is given up after {@link #TRY}, a call after {@link #CALL}, so
 * that a caller hears of trouble long before its own time-out of ten seconds.
 *
 * <p>Transaction conflicts are tried again with jitter, because they say nothing of any condition.
 * That is safe for every write of the stores: each one proves its own effect.
 */
public final class DynamoClients {
  private static final Duration TRY = Duration.ofMillis(800);
  private static final Duration CALL = Duration.ofMillis(1700);
  private static final int TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private DynamoClients() {}

  /** A client whose region, credentials and endpoint come from where the SDK looks for them. */
  public static DynamoDbClient create() {
    return builder().build();
  }

  /** The same before it is built, for whoever must name an endpoint. */
  static DynamoDbClientBuilder builder() {
    var pause = BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE);
    var retries =
        AwsRetryStrategy.standardRetryStrategy().toBuilder()
            .maxAttempts(TRIES)
            .backoffStrategy(pause)
            .retryOnException(DynamoClients::isConflict)
            .build();
    return DynamoDbClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(TRY).socketTimeout(TRY))
        .overrideConfiguration(override ->
            override.retryStrategy(retries).apiCallAttemptTimeout(TRY).apiCallTimeout(CALL));
  }

  private static boolean isConflict(Throwable fault) {
    return switch (fault) {
      case TransactionConflictException _ -> true;
      case TransactionInProgressException _ -> true;
      case TransactionCanceledException cancelled -> isConflict(cancelled);
      default -> false;
    };
  }

  /** Conflicts and throttling alone: where a condition failed as well, the answer is final. */
  private static boolean isConflict(TransactionCanceledException cancelled) {
    var codes =
        cancelled.cancellationReasons().stream().map(reason -> reason.code()).distinct().toList();
    return !codes.contains("ConditionalCheckFailed")
        && codes.stream()
            .anyMatch(code ->
                "TransactionConflict".equals(code)
                    || "ThrottlingError".equals(code)
                    || "ProvisionedThroughputExceeded".equals(code));
  }
}
