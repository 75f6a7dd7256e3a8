package dev.rekey.conformance;

import static dev.rekey.account.ResetOutcome.STALE;
import static dev.rekey.conformance.Scene.nobody;
import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.passcode.AddressView;
import dev.rekey.passcode.ChargeOutcome.Charged;
import dev.rekey.passcode.ChargeOutcome.Exhausted;
import dev.rekey.passcode.ChargeOutcome.Refused;
import dev.rekey.passcode.Erasure;
import dev.rekey.passcode.OutboxEntry.ShutDue;
import dev.rekey.passcode.RequestOutcome.Cause;
import dev.rekey.passcode.RequestOutcome.Requested;
import dev.rekey.passcode.RequestOutcome.Silenced;
import dev.rekey.passcode.RequestOutcome.TooSoon;
import dev.rekey.testing.TestLimits;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An address is erased on its owner's wish, and nobody gains a guess by it. */
@OnEveryStore
class ErasedConformanceTest {
  private static final Duration MINUTE = TestLimits.DEFAULT.resendAfter();

  private final Stores stores;
  private final Scene scene;

  ErasedConformanceTest(Stores stores) {
    this.stores = stores;
    scene = new Scene(stores);
  }

  @Test
  void r48_nothingIsLeftOfAnAddressWithoutMisses() {
    scene.send(source(1));
    assertThat(erase()).isEqualTo(Erasure.WHOLE);
    assertThat(view()).isEmpty();
    assertThat(stores.promised(scene.hash())).isEmpty();
    assertThat(scene.charge(source(1))).isEqualTo(new Refused());
    assertThat(scene.send(source(1))).isEqualTo(new Requested());
  }

  @Test
  void r48_erasesWhatWasForgiven() {
    scene.send(source(1));
    scene.charge(source(1));
    scene.resets().forgiveMisses(scene.hash(), scene.nonce(), scene.now());
    assertThat(erase()).isEqualTo(Erasure.WHOLE);
    assertThat(view()).isEmpty();
  }

  @Test
  void r48_whatIsNotThereIsErasedToo() {
    assertThat(erase()).isEqualTo(Erasure.WHOLE);
    scene.send(source(1));
    erase();
    assertThat(erase()).isEqualTo(Erasure.WHOLE);
    assertThat(view()).isEmpty();
  }

  @Test
  void r48_theTokenDiesWithIt() {
    var token = scene.liveToken(scene.account().id());
    scene.later(Duration.ofSeconds(1));
    erase();
    assertThat(scene.resets().token(scene.hash())).isEmpty();
    assertThat(scene.finish(token)).isEqualTo(STALE);
  }

  @Test
  void r48_theAccountIsNotTouched() {
    var account = scene.account();
    scene.send(source(1));
    erase();
    assertThat(stores.accounts().confirmed(scene.address(), scene.hash())).isPresent();
    assertThat(stores.stored(account.id())).map(it -> it.epoch()).contains(account.epoch());
  }

  @Test
  void r14_r48_missesAreKeptAndNothingElse() {
    var asked = scene.now();
    scene.send(source(1));
    scene.charged(3, source(2));
    assertThat(erase()).isEqualTo(Erasure.COUNTS_KEPT);
    assertThat(view())
        .contains(
            new AddressView(Optional.empty(), 3, 1, asked, Optional.empty(), Optional.empty()));
    assertThat(stores.promised(scene.hash())).isEmpty();
    assertThat(scene.charge(source(2))).isEqualTo(new Refused());
    assertThat(scene.send(source(1))).isEqualTo(new TooSoon());
  }

  @Test
  void r14_r48_noSourceGetsMoreThanTenByErasing() {
    int taken = 0;
    for (int round = 0; round < 4; round++) {
      scene.send(source(1));
      taken += scene.charged(5, source(2));
      erase();
      scene.later(MINUTE);
    }
    assertThat(taken).isEqualTo(10);
  }

  @Test
  void r14_r48_nobodyGetsMoreThanFiftyByErasing() {
    int taken = 0;
    for (int round = 0; round < 8; round++) {
      scene.send(nobody());
      taken += scene.charged(10, source(100 + round)) + scene.charged(10, source(200 + round));
      erase();
      scene.later(MINUTE);
    }
    assertThat(taken).isEqualTo(50);
  }

  @Test
  void r15_r48_whatIsShutStaysShutUntilItIsOpened() {
    shut();
    var since = view().orElseThrow().shutSince();
    assertThat(erase()).isEqualTo(Erasure.COUNTS_KEPT);
    assertThat(view().orElseThrow().shutSince()).isEqualTo(since).isPresent();
    scene.later(Duration.ofDays(500));
    assertThat(scene.send(source(1))).isEqualTo(new Silenced(Cause.SHUT));

    assertThat(scene.resets().open(scene.hash(), "one", scene.now())).isTrue();
    assertThat(erase()).isEqualTo(Erasure.WHOLE);
    assertThat(scene.send(source(1))).isEqualTo(new Requested());
  }

  /** Whoever made the fiftieth miss died before it could shut; then its owner had it erased. */
  @Test
  void r15_r48_whatWasUsedUpIsShutOnceItsOwnerCanBeTold() {
    scene.missTens(5);
    erase();
    assertThat(scene.resets().shut(scene.hash(), scene.now())).isFalse();
    assertThat(stores.promised(scene.hash())).isEmpty();
    assertThat(view().orElseThrow().shutSince()).isEmpty();

    scene.send(source(1));
    assertThat(scene.charge(source(1))).isEqualTo(new Exhausted());
    scene.resets().shut(scene.hash(), scene.now());
    assertThat(stores.promised(scene.hash()))
        .hasValueSatisfying(it -> assertThat(it).isInstanceOf(ShutDue.class));
  }

  @Test
  void aSendAfterItIsWhole() {
    scene.send(source(1));
    scene.charge(source(2));
    erase();
    scene.later(Duration.ofDays(1));
    assertThat(scene.send(source(1))).isEqualTo(new Requested());
    assertThat(scene.charge(source(1))).isEqualTo(scene.charged(2));
    assertThat(scene.exchange(scene.newToken(scene.account().id()))).isTrue();
  }

  /** However guesses and erasures meet: what was charged is never forgotten. */
  @Test
  void r14_r48_atOnceWithGuesses() {
    scene.send(nobody());
    scene.charge(source(2));
    scene.later(MINUTE);
    long taken = 1;
    for (int round = 0; round < 10; round++) {
      scene.send(nobody());
      var outcomes = Together.<Object>run(12, i -> i % 4 == 3 ? erase() : scene.charge(source(2)));
      taken += outcomes.stream().filter(Charged.class::isInstance).count();
      scene.later(MINUTE);
    }
    assertThat(taken).isBetween(1L, 10L);
  }

  private void shut() {
    scene.missTens(5);
    scene.resets().shut(scene.hash(), scene.now());
  }

  private Erasure erase() {
    return scene.resets().erase(scene.hash());
  }

  private Optional<AddressView> view() {
    return scene.resets().view(scene.hash(), scene.now());
  }
}
