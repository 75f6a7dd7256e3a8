package dev.rekey.keyrotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.audit.Audit;
import dev.rekey.keys.KeyVersions;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.keys.StagedVersions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R52: the event of Secrets Manager, for our secret alone; a step that is not done is an error. */
class RotateKeysHandlerTest {
  private static final String SECRET =
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rekey/keys-AbCdEf";

  private final Rotation rotation = new Rotation();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private String call(String event) {
    return call(rotation.versions, event);
  }

  @SuppressWarnings("NullAway") // it does not look at its context
  private String call(KeyVersions versions, String event) {
    var out = new ByteArrayOutputStream();
    var audit = new Audit(new PrintStream(log, true, UTF_8), rotation.clock);
    new RotateKeysHandler(rotation.over(versions), SECRET, audit)
        .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, null);
    return out.toString(UTF_8);
  }

  private static String event(String step, String secret, String version) {
    return """
    {"Step":"%s","SecretId":"%s","ClientRequestToken":"%s","RotationToken":"other"}
    """
        .formatted(step, secret, version);
  }

  @Test
  void r52_rotatesByTheFourStepsOfSecretsManager() {
    var version = rotation.begin();
    for (var step : new String[] {"createSecret", "setSecret", "testSecret"}) {
      assertThat(call(event(step, SECRET, version))).contains("key_rotation_step");
    }
    assertThat(call(event("finishSecret", SECRET, version))).contains("keys_rotated");
    assertThat(rotation.versions.describe().current()).contains(version);
    assertThat(log.toString(UTF_8))
        .contains("\"event\":\"keys_rotated\",\"step\":\"finishSecret\",\"made\":\"5\"");
    assertThat(log.toString(UTF_8).lines()).hasSize(4);
  }

  /** Another secret, by whoever may invoke the function: nothing is read, nothing is written. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rekey/keys",
        "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rekey/keys-AbCdEg",
        "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rekey/keys"
      })
  void r52_anotherSecretIsRefused(String secret) {
    var version = rotation.begin();
    var never = new DyingKeyVersions(rotation.versions, 1, true);
    assertThatThrownBy(() -> call(never, event("createSecret", secret, version)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another secret");
    assertThat(never.died()).isFalse();
    assertThat(log.toString(UTF_8)).contains("key_rotation_fail", "NOT_OUR_SECRET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "null",
        "[]",
        "{}",
        "{\"Step\":\"dropSecret\"}",
        "{\"Step\":\"createSecret\",\"ClientRequestToken\":\"short\"}",
        "{\"Step\":\"createSecret\",\"ClientRequestToken\":\"with spaces, and more than 32 signs\"}"
      })
  void r52_whatIsNoStepIsRefused(String event) {
    assertThatThrownBy(() -> call(event)).isInstanceOf(IllegalArgumentException.class).hasNoCause();
    assertThat(log.toString(UTF_8)).contains("input_validation_fail");
  }

  @Test
  void r52_aSecretThatIsDamagedIsAnErrorThatDoesNotQuoteIt() {
    var broken = new Rotation("{\"version\":1,\"addressKey\":\"s3cret");
    var event = event("createSecret", SECRET, broken.begin());
    assertThatThrownBy(() -> call(broken.versions, event))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no keyring")
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
    assertThat(log.toString(UTF_8))
        .contains("key_rotation_fail", "CURRENT_UNREADABLE")
        .doesNotContain("s3cret");
  }

  @Test
  void r52_aFaultIsAnErrorThatDoesNotQuoteIt() {
    var away =
        new KeyVersionsBeside(rotation.versions) {
          @Override
          public StagedVersions describe() {
            throw new KeysUnavailable("s3cret", new IllegalStateException("s3cret"));
          }
        };
    var event = event("createSecret", SECRET, rotation.begin());
    assertThatThrownBy(() -> call(away, event))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
    assertThat(log.toString(UTF_8)).contains("fault").doesNotContain("s3cret");
  }
}
