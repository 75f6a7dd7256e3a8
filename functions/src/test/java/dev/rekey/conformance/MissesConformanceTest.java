package dev.rekey.conformance;

import static dev.rekey.conformance.Scene.nobody;
import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.message.Language;
import dev.rekey.passcode.ChargeOutcome.Charged;
import dev.rekey.passcode.ChargeOutcome.Exhausted;
import dev.rekey.passcode.ChargeOutcome.Refused;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.OutboxEntry.ShutDue;
import dev.rekey.passcode.Source;
import dev.rekey.testing.TestLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What is counted over passcodes: the misses of a source and of all, the shutting, the forgiving.
 */
@OnEveryStore
class MissesConformanceTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  /** A window of misses begins here, the first one after the scene does. */
  private static final Instant WINDOW = Instant.parse("2026-04-07T00:00:00Z");

  private final Stores stores;
  private final Scene scene;

  MissesConformanceTest(Stores stores) {
    this.stores = stores;
    scene = new Scene(stores);
  }

  @Test
  void r14_refusesEleventhMissOfOneSource() {
    missTenOf(source(2));
    scene.send(source(1));
    assertThat(scene.charge(source(2))).isEqualTo(new Refused());
  }

  @Test
  void refusesThatSourceAlone() {
    missTenOf(source(2));
    scene.send(source(1));
    assertThat(scene.charge(source(3))).isInstanceOf(Charged.class);
    assertThat(scene.charge(nobody())).isInstanceOf(Charged.class);
  }

  @Test
  void remembersMissesOfSourceUntilTheNextWindowEnds() {
    scene.at(WINDOW.minus(MINUTE.multipliedBy(3)));
    missTenOf(source(2));
    scene.at(WINDOW.plus(Limits.MISS_WINDOW).minusSeconds(1));
    scene.send(source(1));
    assertThat(scene.charge(source(2))).isEqualTo(new Refused());
  }

  @Test
  void addsTheMissesOfTwoWindows() {
    scene.at(WINDOW.minus(MINUTE));
    scene.send(source(1));
    assertThat(scene.charged(4, source(2))).isEqualTo(4);
    scene.at(WINDOW.plus(MINUTE));
    scene.send(source(1));
    assertThat(scene.charged(6, source(2))).isEqualTo(5);
    scene.later(MINUTE);
    scene.send(source(1));
    assertThat(scene.charged(6, source(2))).isEqualTo(1);
  }

  @Test
  void addsTheMissesOfAllWindowsInARow() {
    for (int month = 0; month < 10; month++) {
      scene.at(WINDOW.plus(Limits.MISS_WINDOW.multipliedBy(month)));
      scene.send(source(1));
      assertThat(scene.charge(source(2))).isInstanceOf(Charged.class);
    }
    scene.at(WINDOW.plus(Limits.MISS_WINDOW.multipliedBy(10)));
    scene.send(source(1));
    assertThat(scene.charge(source(2))).isEqualTo(new Refused());
  }

  /** Its clock was read before midnight, and another attempt overtook it. */
  @Test
  void refusesWhatWouldCountInAWindowThatIsOver() {
    scene.at(WINDOW.minusSeconds(1));
    scene.send(source(1));
    scene.charge(source(2));
    scene.at(WINDOW);
    scene.charge(source(2));
    scene.at(WINDOW.minusSeconds(1));
    assertThat(scene.charge(source(2))).isEqualTo(new Refused());
    assertThat(scene.charge(source(3))).isInstanceOf(Charged.class);
  }

  @Test
  void forgetsMissesOfSourceAfterAWindowWithoutAny() {
    missTenOf(source(2));
    scene.at(WINDOW.plus(Limits.MISS_WINDOW));
    scene.send(source(1));
    assertThat(scene.charged(6, source(2))).isEqualTo(5);
    scene.later(MINUTE);
    scene.send(source(1));
    assertThat(scene.charged(6, source(2))).isEqualTo(5);
    scene.later(MINUTE);
    scene.send(source(1));
    assertThat(scene.charge(source(2))).isEqualTo(new Refused());
  }

  @Test
  void monthsLeaveMissesOfAll() {
    scene.missTens(4);
    scene.later(Duration.ofDays(100));
    scene.send(source(1));
    assertThat(scene.charge(source(2)))
        .isInstanceOfSatisfying(Charged.class, it -> assertThat(it.misses()).isEqualTo(41));
  }

  @Test
  void r15_fiftiethMissIsTheLast() {
    scene.missTens(4);
    scene.send(source(1));
    scene.charged(5, source(2));
    scene.charged(4, source(3));
    assertThat(scene.charge(source(3)))
        .isInstanceOfSatisfying(Charged.class, it -> assertThat(it.last()).isTrue());
    assertThat(scene.charge(source(1))).isEqualTo(new Exhausted());
  }

  @Test
  void fortyNinthMissIsNotTheLast() {
    scene.missTens(4);
    scene.send(source(1));
    scene.charged(5, source(2));
    scene.charged(3, source(3));
    assertThat(scene.charge(source(3)))
        .isInstanceOfSatisfying(Charged.class, it -> assertThat(it.last()).isFalse());
  }

  @Test
  void fiftyMissesHoldOverNewPasscodes() {
    scene.missTens(5);
    scene.send(source(1));
    assertThat(scene.charge(source(1))).isEqualTo(new Exhausted());
    assertThat(scene.charge(nobody())).isEqualTo(new Exhausted());
  }

  @Test
  void shutAddressIsRefused() {
    scene.missTens(5);
    scene.send(source(1));
    scene.resets().shut(scene.hash(), scene.now());
    assertThat(scene.charge(source(1))).isEqualTo(new Refused());
  }

  @Test
  void oneCallShuts() {
    scene.missTens(5);
    var now = scene.now();
    assertThat(scene.resets().shut(scene.hash(), now)).isTrue();
    assertThat(scene.resets().shut(scene.hash(), now)).as("its answer was lost").isTrue();
    assertThat(scene.resets().shut(scene.hash(), now.plusMillis(1))).isFalse();
  }

  @Test
  void shutPromisesThatOwnerIsTold() {
    scene.missTens(5);
    scene.resets().shut(scene.hash(), scene.now());
    assertThat(stores.promised(scene.hash()))
        .contains(new ShutDue(scene.address(), scene.hash(), scene.now(), Language.EN_US));
  }

  @Test
  void secondShutPromisesNothing() {
    var token = scene.liveToken(scene.account().id());
    scene.later(MINUTE);
    scene.missTens(5);
    scene.at(token.issuedAt());
    scene.resets().shut(scene.hash(), scene.now());
    scene.refuse(token); // the next write takes the promise away
    scene.resets().shut(scene.hash(), scene.now());
    assertThat(stores.promised(scene.hash())).isEmpty();
  }

  @Test
  void nothingIsShutBeforeFiftiethMiss() {
    scene.missTens(4);
    scene.send(source(1));
    scene.charged(5, source(2));
    scene.charged(4, source(3));
    scene.resets().shut(scene.hash(), scene.now());
    assertThat(scene.charge(source(1))).isInstanceOf(Charged.class);
  }

  @Test
  void proofForgivesMisses() {
    scene.missTens(4);
    scene.send(source(1));
    scene.charge(source(1));
    assertThat(scene.resets().forgiveMisses(scene.hash(), scene.nonce(), scene.now())).isTrue();
    assertThat(scene.charge(source(2)))
        .isInstanceOfSatisfying(Charged.class, it -> assertThat(it.misses()).isEqualTo(1));
  }

  @Test
  void proofForgivesMissesOfEachSource() {
    missTenOf(source(2));
    scene.send(source(1));
    scene.resets().forgiveMisses(scene.hash(), scene.nonce(), scene.now());
    assertThat(scene.charge(source(2))).isInstanceOf(Charged.class);
  }

  @Test
  void replacedPasscodeForgivesNothing() {
    scene.send(source(1));
    var old = scene.nonce();
    scene.charge(source(2));
    scene.later(MINUTE);
    scene.send(source(1));
    assertThat(scene.resets().forgiveMisses(scene.hash(), old, scene.now())).isFalse();
    assertThat(scene.charge(source(2))).isEqualTo(scene.charged(2));
  }

  @Test
  void expiredPasscodeForgivesNothing() {
    scene.send(source(1));
    scene.charge(source(2));
    scene.later(TestLimits.DEFAULT.emailPasscodeLife());
    assertThat(scene.resets().forgiveMisses(scene.hash(), scene.nonce(), scene.now())).isFalse();
    assertThat(scene.charge(source(2))).isEqualTo(scene.charged(2));
  }

  @Test
  void exchangeForgivesMisses() {
    missTenOf(source(2));
    scene.liveToken(scene.account().id());
    scene.later(MINUTE);
    scene.send(source(1));
    assertThat(scene.charge(source(2))).isEqualTo(scene.charged(1));
  }

  @Test
  void repeatedChargeCountsOnceInANewWindow() {
    scene.at(WINDOW.minus(MINUTE));
    scene.send(source(1));
    scene.charged(5, source(2));
    scene.at(WINDOW.plus(MINUTE));
    scene.send(source(1));
    for (int i = 0; i < 3; i++) {
      assertThat(scene.resets().charge(scene.hash(), source(2), "the same", scene.now()))
          .isEqualTo(scene.charged(6));
    }
    assertThat(scene.charged(6, source(2))).isEqualTo(4);
  }

  private void missTenOf(Optional<Source> source) {
    scene.send(source(1));
    scene.charged(5, source);
    scene.later(MINUTE);
    scene.send(source(1));
    scene.charged(5, source);
    scene.later(MINUTE);
  }
}
