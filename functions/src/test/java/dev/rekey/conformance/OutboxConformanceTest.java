package dev.rekey.conformance;

import static dev.rekey.conformance.Scene.nobody;
import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.AccountId;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.OutboxEntry.ShutDue;
import dev.rekey.testing.TestLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A promise stands after the write that made it, and after no other: each wakes once. */
@OnEveryStore
class OutboxConformanceTest {
  private static final AccountId ADA = new AccountId("ada");

  private final Stores stores;
  private final Scene scene;

  OutboxConformanceTest(Stores stores) {
    this.stores = stores;
    scene = new Scene(stores);
    scene.send(source(1));
  }

  @Test
  void everySendPromises() {
    assertPromised(PasscodeDue.class);
    scene.later(Duration.ofMinutes(1));
    scene.charge(source(1));
    scene.send(source(1));
    assertPromised(PasscodeDue.class);
    scene.later(Duration.ofDays(1));
    scene.charge(source(1));
    scene.send(source(1));
    assertPromised(PasscodeDue.class);
  }

  @Test
  void sendToNumberPromises() {
    var phone = new Scene(stores, TestLimits.DEFAULT, Scene.someNumber());
    phone.send(nobody());
    assertThat(stores.promised(phone.hash()))
        .containsInstanceOf(PasscodeDue.class)
        .map(it -> ((PasscodeDue) it).address())
        .contains(phone.address());
  }

  @Test
  void chargeTakesPromiseAway() {
    scene.charge(source(1));
    assertNothingPromised();
  }

  @Test
  void chargeWithoutSourceTakesPromiseAway() {
    scene.charge(nobody());
    assertNothingPromised();
  }

  @Test
  void chargeAfterThirtyDaysTakesPromiseAway() {
    scene.charge(source(2));
    scene.later(Duration.ofDays(31));
    scene.send(source(1));
    scene.charge(source(2));
    assertNothingPromised();
  }

  @Test
  void refusedChargeLeavesPromise() {
    new Scene(stores).charge(source(1));
    scene.charged(5, source(2));
    scene.later(Duration.ofMinutes(1));
    scene.send(source(1));
    scene.charged(5, source(2));
    scene.later(Duration.ofMinutes(1));
    scene.send(source(1));
    scene.charge(source(2));
    assertPromised(PasscodeDue.class);
  }

  @Test
  void proofTakesPromiseAway() {
    scene.resets().forgiveMisses(scene.hash(), scene.nonce(), scene.now());
    assertNothingPromised();
  }

  @Test
  void exchangeTakesPromiseAway() {
    scene.exchange(scene.newToken(ADA));
    assertNothingPromised();
  }

  @Test
  void refusalTakesPromiseAway() {
    var token = scene.newToken(ADA);
    scene.exchange(token);
    scene.later(Duration.ofMinutes(1));
    scene.send(source(1));
    scene.refuse(token);
    assertNothingPromised();
  }

  @Test
  void finishPromisesNoticeUntilNextWrite() {
    scene.later(Duration.ofMinutes(1));
    var token = scene.liveToken(scene.account().id());
    scene.finish(token);
    assertPromised(NoticeDue.class);
    scene.later(Duration.ofMinutes(1));
    scene.send(source(1));
    assertPromised(PasscodeDue.class);
  }

  @Test
  void shutPromisesNotice() {
    scene.later(Duration.ofMinutes(1));
    scene.missTens(5);
    assertNothingPromised();
    scene.resets().shut(scene.hash(), scene.now());
    assertPromised(ShutDue.class);
  }

  private void assertPromised(Class<?> what) {
    assertThat(stores.promised(scene.hash())).containsInstanceOf(what);
  }

  private void assertNothingPromised() {
    assertThat(stores.promised(scene.hash())).isEmpty();
  }
}
