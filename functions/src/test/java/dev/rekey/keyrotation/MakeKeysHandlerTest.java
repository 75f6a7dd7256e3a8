package dev.rekey.keyrotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.audit.Audit;
import dev.rekey.keys.KeyVersions;
import dev.rekey.keys.KeyringJson;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.keys.StagedVersions;
import dev.rekey.memory.InMemoryKeyVersions;
import dev.rekey.stack.StackAnswer;
import dev.rekey.stack.StackUnreachable;
import dev.rekey.testing.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R52: CloudFormation is answered whatever happens, and hears nothing that is secret. */
class MakeKeysHandlerTest {
  private static final String URL = "https://bucket.example/answer?X-Amz-Signature=s3cret";

  private final InMemoryKeyVersions versions = new InMemoryKeyVersions();
  private final List<StackAnswer> told = new ArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private boolean deaf;

  @SuppressWarnings("NullAway") // it does not look at its context
  private void call(KeyVersions these, String event) {
    var clock = InstantSource.fixed(Rotation.NOW);
    var make = new MakeFirstKeys(these, new FirstKeys(new SecureRandom()), clock);
    var audit = new Audit(new PrintStream(log, true, UTF_8), clock);
    new MakeKeysHandler(make, (_, answer) -> tell(answer), audit)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(UTF_8)), new ByteArrayOutputStream(), null);
  }

  private void tell(StackAnswer answer) {
    if (deaf) {
      throw new StackUnreachable("http-403");
    }
    told.add(answer);
  }

  private static String event(String type) {
    return """
    {"RequestType":"%s","ResponseURL":"%s","StackId":"stack","RequestId":"request",
     "LogicalResourceId":"FirstKeys","ResourceProperties":{"Secret":"rekey/keys"}}
    """
        .formatted(type, URL);
  }

  private StackAnswer only() {
    assertThat(told).hasSize(1);
    return told.removeFirst();
  }

  @Test
  void r52_createMakesTheKeysAndAnswersWithWhatItWasGiven() {
    call(versions, event("Create"));
    assertThat(only())
        .isEqualTo(
            new StackAnswer(true, "made", "rekey-first-keys", "stack", "request", "FirstKeys"));
    assertThat(versions.describe().current()).isPresent();
    assertThat(log.toString(UTF_8)).contains("keys_made").doesNotContain("s3cret", "bucket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Create", "Update"})
  void r52_aRepeatLeavesTheKeysAndTheIdOfTheResource(String type) {
    call(versions, event("Create"));
    var id = only().resourceId();
    var before = versions.describe();
    call(versions, event(type));
    var again = only();
    assertThat(again.done()).isTrue();
    assertThat(again.resourceId()).isEqualTo(id);
    assertThat(versions.describe()).isEqualTo(before);
  }

  @Test
  void r52_deleteLeavesTheKeys() {
    call(versions, event("Create"));
    only();
    var before = versions.describe();
    call(versions, event("Delete"));
    assertThat(only().done()).isTrue();
    assertThat(versions.describe()).isEqualTo(before);
    assertThat(versions.value(before.current().orElseThrow())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"version\":1,\"addressKey\":\"canary", "{\"version\":0}"})
  void r52_aSecretThatIsEmptyDamagedOrOldFailsTheDeployment(String value) {
    versions.edit(Rotation.FIRST, value);
    call(versions, event("Create"));
    var answer = only();
    assertThat(answer.done()).isFalse();
    assertThat(answer.reason()).contains("no keyring").doesNotContain("canary");
    assertThat(versions.value(Rotation.FIRST)).contains(value);
    assertThat(log.toString(UTF_8)).contains("keys_make_fail", "CURRENT_UNREADABLE");
  }

  @Test
  void r52_keysThatAreThereAreNotShown() {
    var json = KeyringJson.write(TestKeys.keyring());
    versions.edit(Rotation.FIRST, json);
    call(versions, event("Create"));
    assertThat(only().reason()).isEqualTo("there were keys already");
  }

  @Test
  void r52_aRequestOfAnotherKindIsAFailure() {
    call(versions, event("Drop"));
    assertThat(only().done()).isFalse();
    assertThat(versions.describe().current()).isEmpty();
  }

  @Test
  void r52_aSecretOutOfReachOrABugIsAFailureWithoutItsMessage() {
    for (RuntimeException fault :
        List.of(
            new KeysUnavailable("canary", new IllegalStateException("canary")),
            new IllegalStateException("canary"))) {
      var away =
          new KeyVersionsBeside(versions) {
            @Override
            public StagedVersions describe() {
              throw fault;
            }
          };
      call(away, event("Create"));
      var answer = only();
      assertThat(answer.done()).isFalse();
      assertThat(answer.reason()).doesNotContain("canary");
    }
    assertThat(log.toString(UTF_8)).contains("fault").doesNotContain("canary");
  }

  /** Then Lambda invokes it again. */
  @Test
  void r52_anAnswerThatIsNotTakenIsThrown() {
    deaf = true;
    assertThatThrownBy(() -> call(versions, event("Create")))
        .isInstanceOf(IllegalStateException.class)
        .hasNoCause();
    deaf = false;
    call(versions, event("Create"));
    assertThat(only().done()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "[1]",
        "null",
        "{}",
        "{\"RequestType\":\"Create\"}",
        "{\"RequestType\":\"Create\",\"ResponseURL\":\"no address\"}",
        "{\"RequestType\":\"Create\",\"ResponseURL\":\"/path\"}"
      })
  void r52_whatHasNoAddressToAnswerToMakesNothing(String event) {
    assertThatThrownBy(() -> call(versions, event)).isInstanceOf(IllegalArgumentException.class);
    assertThat(versions.describe().current()).isEmpty();
    assertThat(log.toString(UTF_8)).contains("input_validation_fail");
  }
}
