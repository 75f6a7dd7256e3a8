package dev.rekey.secrets;

import dev.rekey.keys.KeyVersions;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.keys.StagedVersions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The versions of one secret and their staging labels. Thread-safe, as the client is. */
public final class SecretsManagerKeyVersions implements KeyVersions {
  private static final String CURRENT = "AWSCURRENT";
  private static final String PENDING = "AWSPENDING";
  private static final String PREVIOUS = "AWSPREVIOUS";

  private final SecretsManagerClient client;
  private final String secretId;

  /**
   * Calls nothing yet.
   *
   * @param client bounded in time and tries by whoever made it
   * @param secretId name or ARN
   */
  public SecretsManagerKeyVersions(SecretsManagerClient client, String secretId) {
    this.client = client;
    this.secretId = secretId;
  }

  @Override
  public StagedVersions describe() {
    var secret = call("described", () -> client.describeSecret(ask -> ask.secretId(secretId)));
    var versions = secret.versionIdsToStages();
    return new StagedVersions(
        Boolean.TRUE.equals(secret.rotationEnabled()),
        bearing(CURRENT, versions),
        bearing(PENDING, versions),
        bearing(PREVIOUS, versions));
  }

  private static Optional<String> bearing(String label, Map<String, List<String>> versions) {
    return versions.entrySet().stream()
        .filter(version -> version.getValue().contains(label))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public Optional<String> value(String versionId) {
    return call(
        "read",
        () -> {
          try {
            var answer = client.getSecretValue(ask -> ask.secretId(secretId).versionId(versionId));
            return Optional.of(Objects.requireNonNullElse(answer.secretString(), ""));
          } catch (ResourceNotFoundException noValue) {
            return Optional.empty();
          }
        });
  }

  @Override
  public boolean put(String versionId, String keyring, Stage stage) {
    return call(
        "written",
        () -> {
          try {
            client.putSecretValue(put ->
                put.secretId(secretId)
                    .clientRequestToken(versionId)
                    .secretString(keyring)
                    .versionStages(label(stage)));
            return true;
          } catch (ResourceExistsException anotherValue) {
            return false;
          }
        });
  }

  private static String label(Stage stage) {
    return switch (stage) {
      case CURRENT -> CURRENT;
      case PENDING -> PENDING;
    };
  }

  /** Secrets Manager itself refuses where another version bears the label. */
  @Override
  public boolean makeCurrent(String versionId, String instead) {
    return call(
        "changed",
        () -> {
          try {
            client.updateSecretVersionStage(move ->
                move.secretId(secretId)
                    .versionStage(CURRENT)
                    .moveToVersionId(versionId)
                    .removeFromVersionId(instead));
            return true;
          } catch (InvalidParameterException anotherIsCurrent) {
            return false;
          }
        });
  }

  private <T> T call(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new KeysUnavailable("the secret " + secretId + " cannot be " + what, e);
    }
  }
}
