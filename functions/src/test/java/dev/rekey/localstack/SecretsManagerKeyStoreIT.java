package dev.rekey.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rekey.keyrotation.FirstKeys;
import dev.rekey.keys.KeyringJson;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.secrets.SecretsManagerKeyStore;
import dev.rekey.testing.LocalStack;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class SecretsManagerKeyStoreIT {
  private static final String FIRST = keyring();
  private static final String SECOND = keyring();

  private final SecretsManagerClient secrets = LocalStack.client(SecretsManagerClient.builder());
  private final String name = "rekey/" + UUID.randomUUID();
  private final SecretsManagerKeyStore store = new SecretsManagerKeyStore(secrets, name);

  private static String keyring() {
    return KeyringJson.write(new FirstKeys(new SecureRandom()).make(Instant.EPOCH));
  }

  private void assertLoads(String keyring) {
    assertThat(KeyringJson.write(store.load()).equals(keyring)).as("the right keyring").isTrue();
  }

  @AfterEach
  void close() {
    secrets.close();
  }

  @Test
  void readsWhatIsCurrentWhateverIsPending() {
    var old = secrets.createSecret(make -> make.name(name).secretString(FIRST)).versionId();
    var pending =
        secrets
            .putSecretValue(
                put -> put.secretId(name).secretString(SECOND).versionStages("AWSPENDING"))
            .versionId();
    assertLoads(FIRST);

    secrets.updateSecretVersionStage(move ->
        move.secretId(name)
            .versionStage("AWSCURRENT")
            .moveToVersionId(pending)
            .removeFromVersionId(old));

    assertLoads(SECOND);
    var previous = secrets.getSecretValue(get -> get.secretId(name).versionStage("AWSPREVIOUS"));
    assertThat(previous.versionId()).isEqualTo(old);
  }

  @Test
  void aSecretWithoutAValueIsNoKeyring() {
    secrets.createSecret(make -> make.name(name)); // as CloudFormation leaves it
    assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(store::load);
  }

  @Test
  void noSecretIsNoKeyring() {
    assertThatExceptionOfType(KeysUnavailable.class)
        .isThrownBy(store::load)
        .withMessageContaining(name);
  }
}
