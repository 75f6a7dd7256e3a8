package dev.rekey.keyrotation;

import static dev.rekey.keyrotation.Rotation.FIRST;
import static dev.rekey.keyrotation.Rotation.NOW;
import static dev.rekey.keyrotation.RotationRefusal.ADDRESS_KEY_DIFFERS;
import static dev.rekey.keyrotation.RotationRefusal.CURRENT_CHANGED;
import static dev.rekey.keyrotation.RotationRefusal.CURRENT_UNREADABLE;
import static dev.rekey.keyrotation.RotationRefusal.KEY_DOES_NOT_WORK;
import static dev.rekey.keyrotation.RotationRefusal.KEY_LOST;
import static dev.rekey.keyrotation.RotationRefusal.KEY_TOO_SOON;
import static dev.rekey.keyrotation.RotationRefusal.NOTHING_PENDING;
import static dev.rekey.keyrotation.RotationRefusal.NOT_PENDING;
import static dev.rekey.keyrotation.RotationRefusal.PENDING_UNREADABLE;
import static dev.rekey.keyrotation.RotationRefusal.ROTATION_IS_OFF;
import static dev.rekey.keyrotation.RotationRefusal.TOO_LARGE;
import static dev.rekey.keyrotation.RotationStep.CREATE;
import static dev.rekey.keyrotation.RotationStep.FINISH;
import static dev.rekey.keyrotation.RotationStep.SET;
import static dev.rekey.keyrotation.RotationStep.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.keyrotation.RotationOutcome.AlreadyDone;
import dev.rekey.keyrotation.RotationOutcome.Done;
import dev.rekey.keyrotation.RotationOutcome.NotRotated;
import dev.rekey.keyrotation.RotationOutcome.Rotated;
import dev.rekey.keys.HmacKey;
import dev.rekey.keys.KeyBytes;
import dev.rekey.keys.KeySet;
import dev.rekey.keys.KeyVersions.Stage;
import dev.rekey.keys.Keyed;
import dev.rekey.keys.Keyring;
import dev.rekey.keys.KeyringJson;
import dev.rekey.testing.TestKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R52, invariant 10: the steps of a rotation, and everything that could lose a key. */
class RotateKeysTest {
  private final Rotation rotation = new Rotation();

  /** A keyring with other keys that derive passcodes. */
  private static Keyring with(Keyring keyring, List<Keyed<HmacKey>> codeKeys) {
    return new Keyring(
        keyring.addressKey(),
        keyring.peppers(),
        new KeySet<>("codeKeys", codeKeys),
        keyring.sealKeys(),
        keyring.rsaPairs(),
        keyring.sm2Pairs());
  }

  private static Keyed<HmacKey> codeKey(String id, Duration fromNow) {
    var key = new HmacKey(KeyBytes.random(new SecureRandom()));
    return new Keyed<>(id, NOW.plus(fromNow), key);
  }

  private static <T> List<T> joined(List<T> keys, T more) {
    return Stream.concat(keys.stream(), Stream.of(more)).toList();
  }

  private String created() {
    var version = rotation.begin();
    assertThat(rotation.step(CREATE, version)).isEqualTo(new Done());
    return version;
  }

  /** Neither the test nor the finish lets it pass, and readers go on with what they had. */
  private void assertRefused(String version, RotationRefusal why) {
    var before = rotation.versions.describe().current();
    assertThat(rotation.step(TEST, version)).isEqualTo(new NotRotated(why));
    assertThat(rotation.step(FINISH, version)).isEqualTo(new NotRotated(why));
    assertThat(rotation.versions.describe().current()).isEqualTo(before);
  }

  @Test
  void r52_fourStepsMakeTheNextKeyringTheCurrentOne() {
    var version = created();
    assertThat(rotation.step(SET, version)).isEqualTo(new Done());
    assertThat(rotation.step(TEST, version)).isEqualTo(new Done());
    assertThat(rotation.current()).isEqualTo(TestKeys.keyring());
    assertThat(rotation.step(FINISH, version)).isEqualTo(new Rotated(5, 0));
    assertThat(rotation.versions.describe().current()).contains(version);
    assertThat(rotation.versions.describe().previous()).contains(FIRST);
    assertThat(rotation.current().codeKeys().keys()).hasSize(2);
  }

  @Test
  void r52_theSecondRotationAMonthLaterRetiresCodeKeysAndPairs() {
    rotation.rotate();
    rotation.clock.forward(Duration.ofDays(30));
    var version = created();
    assertThat(rotation.step(FINISH, version)).isEqualTo(new Rotated(5, 3));
  }

  @ParameterizedTest
  @EnumSource(RotationStep.class)
  void r52_aStepThatComesAgainChangesNothing(RotationStep again) {
    var version = rotation.begin();
    for (var step : RotationStep.values()) {
      rotation.step(step, version);
      if (step == again) {
        var value = rotation.versions.value(version);
        var staged = rotation.versions.describe();
        assertThat(rotation.step(step, version)).isNotInstanceOf(NotRotated.class);
        assertThat(rotation.versions.value(version)).isEqualTo(value);
        assertThat(rotation.versions.describe()).isEqualTo(staged);
      }
    }
    assertThat(rotation.versions.describe().current()).contains(version);
    assertThat(rotation.current().codeKeys().keys()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(RotationStep.class)
  void r52_afterTheFinishEveryStepIsDone(RotationStep step) {
    rotation.rotate();
    var current = rotation.versions.describe().current().orElseThrow();
    assertThat(rotation.step(step, current)).isEqualTo(new AlreadyDone());
  }

  /** Dies before and after each call that it makes; then everything comes again from the start. */
  @Test
  void r52_survivesADeathAtEveryCall() {
    for (boolean before : new boolean[] {true, false}) {
      for (int call = 1; diesAndRecovers(call, before); call++) {
        assertThat(call).isLessThan(100);
      }
    }
  }

  private static boolean diesAndRecovers(int call, boolean before) {
    var rotation = new Rotation();
    var version = rotation.begin();
    var dying = new DyingKeyVersions(rotation.versions, call, before);
    for (var step : RotationStep.values()) {
      try {
        rotation.over(dying).run(step, version);
      } catch (DyingKeyVersions.Died died) {
        assertKept(rotation.current());
        assertThat(rotation.step(step, version)).isNotInstanceOf(NotRotated.class);
      }
    }
    for (var step : RotationStep.values()) {
      assertThat(rotation.step(step, version)).isEqualTo(new AlreadyDone());
    }
    assertThat(rotation.versions.describe().current()).contains(version);
    assertThat(rotation.versions.describe().previous()).contains(FIRST);
    assertThat(rotation.current().codeKeys().keys()).hasSize(2);
    assertKept(rotation.current());
    if (!dying.died()) {
      assertThat(call).isGreaterThan(12);
    }
    return dying.died();
  }

  private static void assertKept(Keyring keyring) {
    var first = TestKeys.keyring();
    assertThat(keyring.addressKey()).isEqualTo(first.addressKey());
    assertThat(keyring.peppers().keys()).containsAll(first.peppers().keys());
    assertThat(keyring.codeKeys().keys()).containsAll(first.codeKeys().keys());
    assertThat(keyring.sealKeys().keys()).containsAll(first.sealKeys().keys());
    assertThat(keyring.rsaPairs().keys()).containsAll(first.rsaPairs().keys());
    assertThat(keyring.sm2Pairs().keys()).containsAll(first.sm2Pairs().keys());
  }

  @Test
  void r52_ofTwoThatCreateAtOnceOneIsHeard() {
    var version = rotation.begin();
    var late =
        new KeyVersionsBeside(rotation.versions) {
          @Override
          public boolean put(String versionId, String keyring, Stage stage) {
            assertThat(rotation.step(CREATE, version)).isEqualTo(new Done());
            return super.put(versionId, keyring, stage);
          }
        };
    assertThat(rotation.over(late).run(CREATE, version)).isEqualTo(new AlreadyDone());
    assertThat(rotation.step(FINISH, version)).isEqualTo(new Rotated(5, 0));
  }

  @ParameterizedTest
  @EnumSource(RotationStep.class)
  void r52_nothingIsDoneWhileRotationIsOff(RotationStep step) {
    var version = created();
    rotation.versions.rotates(false);
    assertThat(rotation.step(step, version)).isEqualTo(new NotRotated(ROTATION_IS_OFF));
  }

  @ParameterizedTest
  @EnumSource(RotationStep.class)
  void r52_aVersionThatIsNotThePendingOneIsRefused(RotationStep step) {
    created();
    assertThat(rotation.step(step, "another-version-of-the-secret-000001"))
        .isEqualTo(new NotRotated(NOT_PENDING));
  }

  @Test
  void r52_aFinishWithoutACreateIsRefused() {
    assertThat(rotation.step(FINISH, rotation.begin())).isEqualTo(new NotRotated(NOTHING_PENDING));
    assertThat(rotation.versions.describe().current()).contains(FIRST);
  }

  /** So Secrets Manager tries a schedule that is new: no step before, a copy pending or nothing. */
  @Test
  void r52_aTestWithoutACreateTriesTheCurrentKeys() {
    var version = rotation.begin();
    assertThat(rotation.step(TEST, version)).isEqualTo(new Done());
    rotation.versions.put(version, KeyringJson.write(TestKeys.keyring()), Stage.PENDING);
    assertThat(rotation.step(TEST, version)).isEqualTo(new Done());
  }

  /** Empty, damaged, of an old version. */
  private static Stream<String> unreadable() {
    var good = KeyringJson.write(TestKeys.keyring());
    return Stream.of(
        "",
        "{}",
        good.substring(0, good.length() / 2),
        good.replace("\"version\":1", "\"version\":0"),
        good.replaceFirst("\"addressKey\":\"[^\"]*\",", ""));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void r52_aCurrentVersionThatIsNoKeyringIsNotRotated(String value) {
    var broken = new Rotation(value);
    var version = broken.begin();
    assertThat(broken.step(CREATE, version)).isEqualTo(new NotRotated(CURRENT_UNREADABLE));
    broken.versions.put(version, KeyringJson.write(TestKeys.keyring()), Stage.PENDING);
    assertThat(broken.step(TEST, version)).isEqualTo(new NotRotated(CURRENT_UNREADABLE));
    assertThat(broken.step(FINISH, version)).isEqualTo(new NotRotated(CURRENT_UNREADABLE));
    assertThat(broken.versions.describe().current()).contains(FIRST);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void r52_aPendingVersionThatIsNoKeyringNeverBecomesCurrent(String value) {
    var version = rotation.begin();
    rotation.versions.put(version, value, Stage.PENDING);
    assertRefused(version, PENDING_UNREADABLE);
  }

  @Test
  void r52_aKeyringWithAnotherAddressKeyNeverBecomesCurrent() {
    var version = rotation.begin();
    var other = new FirstKeys(new SecureRandom()).make(NOW);
    rotation.versions.put(version, KeyringJson.write(other), Stage.PENDING);
    assertRefused(version, ADDRESS_KEY_DIFFERS);
  }

  /** Somebody added a key by hand after the create: the pending keyring does not have it. */
  @Test
  void r52_aKeyThatWasAddedMeanwhileIsNotLost() {
    var version = created();
    var first = TestKeys.keyring();
    var more = joined(first.codeKeys().keys(), codeKey("by-hand", Duration.ofDays(3)));
    rotation.versions.edit(
        "edited-by-hand-0000000000000000000001", KeyringJson.write(with(first, more)));
    assertRefused(version, KEY_LOST);
  }

  /** Somebody gave a key of the same name another value. */
  @Test
  void r52_aKeyThatWasReplacedMeanwhileIsNotLost() {
    var version = created();
    var first = TestKeys.keyring();
    var old = first.codeKeys().keys().getFirst();
    var other = new Keyed<>(old.id(), old.notBefore(), codeKey("x", Duration.ZERO).key());
    rotation.versions.edit(
        "edited-by-hand-0000000000000000000001", KeyringJson.write(with(first, List.of(other))));
    assertRefused(version, KEY_LOST);
  }

  /** Somebody took a key out by hand, since others know it: the finish must not bring it back. */
  @Test
  void r52_aKeyThatWasTakenOutMeanwhileDoesNotComeBack() {
    rotation.rotate();
    rotation.clock.forward(Duration.ofDays(2));
    var version = created();
    var now = rotation.current();
    rotation.versions.edit(
        "edited-by-hand-0000000000000000000001",
        KeyringJson.write(with(now, now.codeKeys().keys().subList(0, 1))));
    assertRefused(version, KEY_TOO_SOON);
  }

  /** A finish that comes so late that its keys would be used before all readers know them. */
  @Test
  void r52_aFinishThatIsTooLateIsRefused() {
    var version = created();
    rotation.clock.forward(NextKeys.SLACK);
    assertThat(rotation.step(TEST, version)).isEqualTo(new Done());
    rotation.clock.forward(Duration.ofNanos(1));
    assertRefused(version, KEY_TOO_SOON);
  }

  /** The edit falls between the last look at the current version and the move of its label. */
  @Test
  void r52_anEditInTheLastMomentIsNotOverwritten() {
    var version = created();
    var edited = "edited-by-hand-0000000000000000000001";
    var late =
        new KeyVersionsBeside(rotation.versions) {
          @Override
          public boolean makeCurrent(String versionId, String instead) {
            rotation.versions.edit(edited, KeyringJson.write(TestKeys.keyring()));
            return super.makeCurrent(versionId, instead);
          }
        };
    assertThat(rotation.over(late).run(FINISH, version)).isEqualTo(new NotRotated(CURRENT_CHANGED));
    assertThat(rotation.versions.describe().current()).contains(edited);
  }

  /**
   * The client of AWS tries once more by itself, and hears of its own first try as of another's.
   */
  @Test
  void r52_aMoveWhoseAnswerWasLostIsFoundAgain() {
    var version = created();
    var lossy =
        new KeyVersionsBeside(rotation.versions) {
          @Override
          public boolean makeCurrent(String versionId, String instead) {
            super.makeCurrent(versionId, instead);
            return super.makeCurrent(versionId, instead);
          }
        };
    assertThat(rotation.over(lossy).run(FINISH, version)).isEqualTo(new Rotated(5, 0));
  }

  @Test
  void r52_aPairThatDoesNotDecryptNeverBecomesCurrent() {
    var version = rotation.begin();
    rotation.versions.put(version, BrokenPair.in(TestKeys.keyring(), NOW), Stage.PENDING);
    assertRefused(version, KEY_DOES_NOT_WORK);
  }

  /** Secrets Manager takes 64 KiB; decades of peppers would be needed. */
  @Test
  void r52_aKeyringThatWouldNotFitIsNotMade() {
    var first = TestKeys.keyring();
    var many =
        IntStream.range(0, 600).mapToObj(i -> codeKey("key" + i, Duration.ofDays(9))).toList();
    var large =
        new Rotation(
            KeyringJson.write(
                with(
                    first,
                    Stream.concat(first.codeKeys().keys().stream(), many.stream()).toList())));
    assertThat(large.step(CREATE, large.begin())).isEqualTo(new NotRotated(TOO_LARGE));
  }
}
