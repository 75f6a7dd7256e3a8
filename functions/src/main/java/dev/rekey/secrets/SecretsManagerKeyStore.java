package dev.rekey.secrets;

import dev.rekey.keys.KeyStore;
import dev.rekey.keys.Keyring;
import dev.rekey.keys.KeyringJson;
import dev.rekey.keys.KeysUnavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Reads the keyring from the stage AWSCURRENT of one secret. Thread-safe, as the client is. */
public final class SecretsManagerKeyStore implements KeyStore {
  private static final String STAGE = "AWSCURRENT";

  private final SecretsManagerClient client;
  private final String secretId;

  /**
   * Calls nothing yet.
   *
   * @param client bounded in time and tries by whoever made it
   * @param secretId name or ARN
   */
  public SecretsManagerKeyStore(SecretsManagerClient client, String secretId) {
    this.client = client;
    this.secretId = secretId;
  }

  @Override
  public Keyring load() {
    try {
      var answer = client.getSecretValue(ask -> ask.secretId(secretId).versionStage(STAGE));
      if (answer.secretString() == null) {
        throw new IllegalArgumentException("the secret is not a text");
      }
      return KeyringJson.read(answer.secretString());
    } catch (SdkException | IllegalArgumentException e) {
      throw new KeysUnavailable("the keys cannot be read from the secret " + secretId, e);
    }
  }
}
