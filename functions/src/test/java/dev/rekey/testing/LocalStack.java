package dev.rekey.testing;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** LocalStack in a container, one for all tests of a run. Thread-safe. */
public final class LocalStack {
  /** What the property {@code conformance.stores} says for it. */
  public static final String ASKED_FOR = "localstack";

  /** The last that needs no token. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private static @Nullable LocalStackContainer
      running; // guarded by the class; null until asked for

  private LocalStack() {}

  /** Whether the suites of the stores shall run over it. */
  public static boolean isAskedFor() {
    return ASKED_FOR.equals(System.getProperty("conformance.stores"));
  }

  /** Where it listens; started by the first call. */
  public static synchronized URI endpoint() {
    if (running == null) {
      var container = new LocalStackContainer(IMAGE);
      // The official image has two engines: this one is DynamoDB Local, streams and all.
      container.withEnv("PROVIDER_OVERRIDE_DYNAMODB", "v2");
      container.withEnv("PROVIDER_OVERRIDE_DYNAMODBSTREAMS", "v2");
      container.start();
      Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
      running = container;
    }
    return running.getEndpoint();
  }

  /** A client of it, in the region of all tests. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder) {
    return builder
        .endpointOverride(endpoint())
        .region(DynamoDbLocal.REGION)
        .credentialsProvider(DynamoDbLocal.credentials())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
