package dev.rekey.conformance;

import static dev.rekey.conformance.Scene.nobody;
import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.passcode.AddressView;
import dev.rekey.passcode.ChargeOutcome.Charged;
import dev.rekey.passcode.RequestOutcome.Requested;
import dev.rekey.testing.TestLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators do to an address, and what they see of it. */
@OnEveryStore
class OpenedConformanceTest {
  private final Stores stores;
  private final Scene scene;

  OpenedConformanceTest(Stores stores) {
    this.stores = stores;
    scene = new Scene(stores);
  }

  @Test
  void r15_anAddressThatWasShutIsOpenedWithAllItsMisses() {
    shut();
    assertThat(open("one")).isTrue();
    assertThat(scene.send(source(1))).isEqualTo(new Requested());
    assertThat(scene.charge(source(2001))).isEqualTo(scene.charged(1));
    assertThat(stores.promised(scene.hash())).isEmpty();
  }

  @Test
  void r14_itIsShutAgainAfterFiftyMore() {
    shut();
    open("one");
    scene.later(Duration.ofDays(1));
    shut();
    assertThat(view().orElseThrow().shutSince()).contains(scene.now());
  }

  @Test
  void isOpenedOnceHoweverManyTry() {
    shut();
    var opened = Together.run(20, _ -> open(UUID.randomUUID().toString()));
    assertThat(opened).filteredOn(Boolean.TRUE::equals).hasSize(1);
  }

  @Test
  void aRepetitionIsAnsweredAlike() {
    shut();
    assertThat(open("one")).isTrue();
    assertThat(open("one")).isTrue();
    assertThat(open("two")).isFalse();
  }

  @Test
  void whatIsNotShutIsLeftAlone() {
    scene.send(source(1));
    scene.charge(source(2));
    assertThat(open("one")).isFalse();
    assertThat(view().orElseThrow().misses()).isEqualTo(1);
    assertThat(scene.charge(source(2))).isInstanceOf(Charged.class);
    var nowhere = new Scene(stores);
    assertThat(nowhere.resets().open(nowhere.hash(), "one", nowhere.now())).isFalse();
    assertThat(nowhere.resets().view(nowhere.hash(), nowhere.now())).isEmpty();
  }

  @Test
  void showsTimesAndCounts() {
    var account = scene.account();
    scene.send(nobody());
    var askedAt = scene.now();
    var passcodeUntil = askedAt.plus(TestLimits.DEFAULT.emailPasscodeLife());
    scene.later(Duration.ofSeconds(5));
    scene.charge(source(2));
    assertThat(view())
        .contains(
            new AddressView(
                Optional.empty(), 1, 1, askedAt, Optional.of(passcodeUntil), Optional.empty()));
    var token = scene.newToken(account.id());
    scene.exchange(token);
    scene.later(Duration.ofDays(1));
    assertThat(view())
        .contains(
            new AddressView(
                Optional.empty(), 0, 0, askedAt, Optional.empty(), Optional.of(token.expiresAt())));
  }

  @Test
  void showsSinceWhenItIsShut() {
    shut();
    var view = view().orElseThrow();
    assertThat(view.shutSince()).contains(scene.now());
    assertThat(view.misses()).isEqualTo(50);
    assertThat(view.passcodeUntil()).isEmpty();
  }

  private void shut() {
    scene.missTens(5);
    scene.resets().shut(scene.hash(), scene.now());
  }

  private boolean open(String operation) {
    return scene.resets().open(scene.hash(), operation, scene.now());
  }

  private Optional<AddressView> view() {
    return scene.resets().view(scene.hash(), scene.now());
  }
}
