package dev.rekey.conformance;

import static dev.rekey.conformance.Scene.nobody;
import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.passcode.ChargeOutcome;
import dev.rekey.passcode.ChargeOutcome.Charged;
import dev.rekey.passcode.ChargeOutcome.Refused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is counted for one passcode: the tries of a source, of strangers and of all. */
@OnEveryStore
class ChargesConformanceTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final Scene scene;

  ChargesConformanceTest(Stores stores) {
    scene = new Scene(stores);
  }

  @Test
  void refusesWhereNothingWasSent() {
    assertThat(scene.charge(source(1))).isEqualTo(new Refused());
    assertThat(scene.charge(nobody())).isEqualTo(new Refused());
  }

  @Test
  void handsOutThePasscodeThatWasSent() {
    var request = scene.request(source(1));
    scene.resets().request(request);
    assertThat(scene.charge(source(1))).isEqualTo(new Charged(request.passcode(), 1));
  }

  @Test
  void r14_refusesSixthAttemptOfOneSource() {
    scene.send(source(1));
    assertThat(scene.charged(6, source(2))).isEqualTo(5);
    assertThat(scene.charge(source(2))).isEqualTo(new Refused());
  }

  @Test
  void r14_refusesSixthAttemptOfAsker() {
    scene.send(source(1));
    assertThat(scene.charged(6, source(1))).isEqualTo(5);
  }

  @Test
  void refusesEleventhAttemptOfStrangers() {
    scene.send(source(1));
    assertThat(scene.charged(5, source(2))).isEqualTo(5);
    assertThat(scene.charged(5, source(3))).isEqualTo(5);
    assertThat(scene.charge(source(4))).isEqualTo(new Refused());
  }

  @Test
  void r16_strangersLeaveAskerItsTries() {
    scene.send(source(1));
    scene.charged(5, source(2));
    scene.charged(5, source(3));
    assertThat(scene.charged(6, source(1))).isEqualTo(5);
  }

  @Test
  void callsWithoutSourceAreOneAsker() {
    scene.send(nobody());
    assertThat(scene.charged(16, nobody())).isEqualTo(15);
  }

  @Test
  void callsWithoutSourceAreStrangersToOneThatHas() {
    scene.send(source(1));
    assertThat(scene.charged(11, nobody())).isEqualTo(10);
  }

  @Test
  void sourceIsStrangerToAskerWithoutOne() {
    scene.send(nobody());
    scene.charged(10, nobody());
    assertThat(scene.charge(source(1))).isEqualTo(new Refused());
  }

  @Test
  void chargesExpiredPasscodes() {
    scene.send(source(1));
    scene.later(Duration.ofHours(1));
    assertThat(scene.charge(source(1)))
        .isInstanceOfSatisfying(
            Charged.class,
            it -> {
              assertThat(it.passcode().expiredAt(scene.now())).isTrue();
              assertThat(it.misses()).isEqualTo(1);
            });
    assertThat(scene.charged(6, source(1))).isEqualTo(4);
  }

  @Test
  void invariant1_proofBringsNoNewTries() {
    scene.send(source(1));
    scene.charged(5, source(2));
    scene.charged(4, source(3));
    scene.resets().forgiveMisses(scene.hash(), scene.nonce(), scene.now());
    assertThat(scene.charge(source(2))).isEqualTo(new Refused());
    assertThat(scene.charged(2, source(3))).isEqualTo(1);
  }

  @Test
  void repeatedChargeCountsOnce() {
    scene.send(source(1));
    for (int i = 0; i < 3; i++) {
      assertThat(scene.resets().charge(scene.hash(), source(2), "the same", scene.now()))
          .isEqualTo(scene.charged(1));
    }
    assertThat(scene.charged(6, source(2))).isEqualTo(4);
  }

  @Test
  void invariant1_chargeRepeatedAfterNewSendIsChargedAgain() {
    scene.send(source(1));
    scene.resets().charge(scene.hash(), source(2), "the same", scene.now());
    scene.later(MINUTE);
    scene.send(source(1));
    assertThat(scene.resets().charge(scene.hash(), source(2), "the same", scene.now()))
        .isEqualTo(scene.charged(2));
    assertThat(scene.charged(6, source(2))).isEqualTo(4);
  }

  @Test
  void repeatedChargeWithoutSourceCountsOnce() {
    scene.send(nobody());
    for (int i = 0; i < 3; i++) {
      assertThat(scene.resets().charge(scene.hash(), nobody(), "the same", scene.now()))
          .isEqualTo(scene.charged(1));
    }
    assertThat(scene.charged(16, nobody())).isEqualTo(14);
  }

  @Test
  void lastAttemptThatIsRepeatedIsStillCharged() {
    scene.send(source(1));
    scene.charged(4, source(2));
    ChargeOutcome first = scene.resets().charge(scene.hash(), source(2), "fifth", scene.now());
    assertThat(scene.resets().charge(scene.hash(), source(2), "fifth", scene.now()))
        .isEqualTo(first)
        .isEqualTo(scene.charged(5));
  }
}
