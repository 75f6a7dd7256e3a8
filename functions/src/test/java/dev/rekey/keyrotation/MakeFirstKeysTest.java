package dev.rekey.keyrotation;

import static dev.rekey.keyrotation.RotationRefusal.CURRENT_UNREADABLE;
import static dev.rekey.keyrotation.RotationRefusal.NO_CURRENT_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.keyrotation.DyingKeyVersions.Died;
import dev.rekey.keyrotation.MakeOutcome.AlreadyThere;
import dev.rekey.keyrotation.MakeOutcome.Made;
import dev.rekey.keyrotation.MakeOutcome.NotMade;
import dev.rekey.keys.KeyVersions;
import dev.rekey.keys.KeyVersions.Stage;
import dev.rekey.keys.KeyringJson;
import dev.rekey.memory.InMemoryKeyVersions;
import dev.rekey.testing.TestKeys;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MakeFirstKeysTest {
  private final InMemoryKeyVersions versions = new InMemoryKeyVersions();

  private static MakeOutcome make(KeyVersions versions) {
    var keys = new FirstKeys(new SecureRandom());
    return new MakeFirstKeys(versions, keys, InstantSource.fixed(Rotation.NOW)).run();
  }

  private Optional<String> current() {
    return versions.describe().current().flatMap(versions::value);
  }

  @Test
  void r52_makesKeysThatAreReadyWhereThereAreNone() {
    assertThat(make(versions)).isEqualTo(new Made());
    var keyring = KeyringJson.read(current().orElseThrow());
    assertThat(keyring.codeKeys().newest(Rotation.NOW).notBefore()).isEqualTo(Rotation.NOW);
  }

  @Test
  void r52_keysThatAreThereAreLeftAlone() {
    make(versions);
    var before = current();
    assertThat(make(versions)).isEqualTo(new AlreadyThere());
    assertThat(current()).isEqualTo(before);
  }

  /**
   * Empty, damaged, of another version: whatever it was, it may be all that is left of the keys.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{}", "null", "{\"version\":1,\"addressKey\":\"", "{\"version\":0}"})
  void r52_whatIsNoKeyringIsRefusedAndLeftAlone(String value) {
    versions.edit(Rotation.FIRST, value);
    assertThat(make(versions)).isEqualTo(new NotMade(CURRENT_UNREADABLE));
    assertThat(current()).contains(value);
  }

  @Test
  void r52_aKeyringOfAnOldVersionIsRefusedAndLeftAlone() {
    var old = KeyringJson.write(TestKeys.keyring()).replace("\"version\":1", "\"version\":0");
    versions.edit(Rotation.FIRST, old);
    assertThat(make(versions)).isEqualTo(new NotMade(CURRENT_UNREADABLE));
    assertThat(current()).contains(old);
  }

  /** Somebody took the label away; what was current once is what all items hang on. */
  @Test
  void r52_versionsWithoutACurrentOneAreRefused() {
    versions.put(Rotation.FIRST, KeyringJson.write(TestKeys.keyring()), Stage.PENDING);
    assertThat(make(versions)).isEqualTo(new NotMade(NO_CURRENT_VERSION));
    assertThat(current()).isEmpty();
  }

  /** Two calls of CloudFormation at once: both saw no keys. */
  @Test
  void r52_ofTwoThatMakeAtOnceOneIsHeard() {
    var late =
        new KeyVersionsBeside(versions) {
          @Override
          public boolean put(String versionId, String keyring, Stage stage) {
            assertThat(make(versions)).isEqualTo(new Made());
            return super.put(versionId, keyring, stage);
          }
        };
    assertThat(make(late)).isEqualTo(new AlreadyThere());
    assertThat(versions.describe().previous()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void r52_survivesADeathAtEveryCall(boolean before) {
    for (int call = 1; ; call++) {
      var secret = new InMemoryKeyVersions();
      var dying = new DyingKeyVersions(secret, call, before);
      try {
        make(dying);
      } catch (Died again) {
        var made = secret.describe().current().flatMap(secret::value);
        make(secret);
        var current = secret.describe().current().flatMap(secret::value);
        assertThat(current).isPresent();
        assertThat(made.or(() -> current)).isEqualTo(current);
      }
      if (!dying.died()) {
        assertThat(call).isGreaterThan(2);
        return;
      }
    }
  }
}
