package dev.rekey.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.keys.KeyVersions;
import dev.rekey.keys.KeyVersions.Stage;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.loopback.LoopbackClient;
import dev.rekey.loopback.SecretsManagerServer;
import dev.rekey.memory.InMemoryKeyVersions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What the versions of a secret do, over the wire and in memory alike. */
class SecretsManagerKeyVersionsTest {
  private static final String ONE = "version-one-of-the-secret-000000000001";
  private static final String TWO = "version-two-of-the-secret-000000000002";

  /** One way to have them, and what others do to the same secret. */
  record Secret(
      String name,
      KeyVersions versions,
      Consumer<String> begin,
      Consumer<Boolean> rotates,
      Runnable end)
      implements AutoCloseable {
    @Override
    public String toString() {
      return name;
    }

    @Override
    public void close() {
      end.run();
    }
  }

  private static SecretsManagerClient client(URI endpoint) {
    return LoopbackClient.of(SecretsManagerClient.builder(), endpoint);
  }

  private static Stream<Secret> secrets() {
    var memory = new InMemoryKeyVersions();
    var server = new SecretsManagerServer("rekey/keys");
    var wire = new SecretsManagerKeyVersions(client(server.endpoint()), "rekey/keys");
    return Stream.of(
        new Secret("in memory", memory, memory::begin, memory::rotates, () -> {}),
        new Secret("Secrets Manager", wire, server::begin, server::rotates, server::close));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretWithoutVersionsHasNone(Secret secret) {
    try (secret) {
      var staged = secret.versions().describe();
      assertThat(staged.current()).isEmpty();
      assertThat(staged.pending()).isEmpty();
      assertThat(staged.previous()).isEmpty();
      assertThat(secret.versions().value(ONE)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aVersionKeepsItsFirstValue(Secret secret) {
    try (secret) {
      assertThat(secret.versions().put(ONE, "a", Stage.CURRENT)).isTrue();
      assertThat(secret.versions().put(ONE, "a", Stage.CURRENT)).isTrue();
      assertThat(secret.versions().put(ONE, "b", Stage.CURRENT)).isFalse();
      assertThat(secret.versions().value(ONE)).contains("a");
      assertThat(secret.versions().describe().current()).contains(ONE);
    }
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aRotationBeginsWithAVersionThatHasNoValue(Secret secret) {
    try (secret) {
      secret.versions().put(ONE, "a", Stage.CURRENT);
      secret.begin().accept(TWO);
      assertThat(secret.versions().describe().pending()).contains(TWO);
      assertThat(secret.versions().value(TWO)).isEmpty();
      assertThat(secret.versions().put(TWO, "b", Stage.PENDING)).isTrue();
      assertThat(secret.versions().value(TWO)).contains("b");
      assertThat(secret.versions().describe().current()).contains(ONE);
    }
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void currentMovesOnlyFromWhereItIs(Secret secret) {
    try (secret) {
      secret.versions().put(ONE, "a", Stage.CURRENT);
      secret.versions().put(TWO, "b", Stage.PENDING);
      assertThat(secret.versions().makeCurrent(TWO, TWO)).isFalse();
      assertThat(secret.versions().describe().current()).contains(ONE);
      assertThat(secret.versions().makeCurrent(TWO, ONE)).isTrue();
      assertThat(secret.versions().describe().current()).contains(TWO);
      assertThat(secret.versions().describe().previous()).contains(ONE);
      assertThat(secret.versions().makeCurrent(TWO, ONE)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void saysWhetherItIsToldToRotate(Secret secret) {
    try (secret) {
      assertThat(secret.versions().describe().rotates()).isTrue();
      secret.rotates().accept(false);
      assertThat(secret.versions().describe().rotates()).isFalse();
    }
  }

  /** Nobody listens on that port, or another secret is meant: no call takes it for "nothing". */
  @Test
  void invariant10_aSecretOutOfReachIsAFault() {
    var gone = new SecretsManagerServer("rekey/keys");
    var endpoint = gone.endpoint();
    gone.close();
    var client = LoopbackClient.of(SecretsManagerClient.builder(), endpoint, Duration.ofSeconds(5));
    var versions = new SecretsManagerKeyVersions(client, "rekey/keys");
    for (Runnable call :
        new Runnable[] {
          versions::describe,
          () -> versions.value(ONE),
          () -> versions.put(ONE, "s3cret", Stage.CURRENT),
          () -> versions.makeCurrent(TWO, ONE)
        }) {
      assertThatThrownBy(call::run)
          .isInstanceOf(KeysUnavailable.class)
          .hasMessageContaining("rekey/keys")
          .hasMessageNotContaining("s3cret");
    }
  }

  @Test
  void invariant10_aSecretThatIsNotThereIsAFault() {
    try (var server = new SecretsManagerServer("another")) {
      var versions = new SecretsManagerKeyVersions(client(server.endpoint()), "rekey/keys");
      assertThatThrownBy(versions::describe).isInstanceOf(KeysUnavailable.class);
      assertThat(versions.value(ONE)).isEqualTo(Optional.empty());
    }
  }
}
