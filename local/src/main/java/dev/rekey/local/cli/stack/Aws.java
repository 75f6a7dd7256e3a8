package dev.rekey.local.cli.stack;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Clients that sign as the AWS tools would, over one HTTP client. */
public final class Aws implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().socketTimeout(PATIENCE).build();
  private final Deque<SdkClient> clients = new ArrayDeque<>();

  public Aws(Optional<String> region, Optional<String> profile) {
    var regions = DefaultAwsRegionProviderChain.builder();
    var signers = DefaultCredentialsProvider.builder();
    profile.ifPresent(name -> {
      regions.profileName(name);
      signers.profileName(name);
    });
    this.region = region.map(Region::of).orElseGet(() -> regions.build().getRegion());
    this.credentials = signers.build();
  }

  public Region region() {
    return region;
  }

  public <C extends SdkClient, B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>>
      C client(B builder) {
    C client =
        builder
            .region(region)
            .credentialsProvider(credentials)
            .httpClient(http)
            .overrideConfiguration(it -> it.apiCallTimeout(PATIENCE))
            .build();
    clients.push(client);
    return client;
  }

  @Override
  public void close() {
    clients.forEach(SdkClient::close);
    http.close();
  }
}
