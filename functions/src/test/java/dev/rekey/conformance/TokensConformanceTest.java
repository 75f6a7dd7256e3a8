package dev.rekey.conformance;

import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.AccountId;
import dev.rekey.passcode.ChargeOutcome.Charged;
import dev.rekey.passcode.ChargeOutcome.Refused;
import dev.rekey.testing.TestLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@OnEveryStore
class TokensConformanceTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final AccountId ADA = new AccountId("ada");

  private final Stores stores;
  private final Scene scene;

  TokensConformanceTest(Stores stores) {
    this.stores = stores;
    scene = new Scene(stores);
  }

  @Test
  void exchangesPasscodeForToken() {
    scene.send(source(1));
    var token = scene.newToken(ADA);
    assertThat(scene.exchange(token)).isTrue();
    assertThat(scene.resets().token(scene.hash())).contains(token);
  }

  @Test
  void addressWithoutSendHasNoToken() {
    assertThat(scene.exchange(scene.newToken(ADA))).isFalse();
    assertThat(scene.resets().token(scene.hash())).isEmpty();
  }

  @Test
  void r12_exchangesOnce() {
    scene.send(source(1));
    var token = scene.newToken(ADA);
    scene.exchange(token);
    assertThat(scene.exchange(scene.newToken(ADA))).isFalse();
    assertThat(scene.resets().token(scene.hash())).contains(token);
  }

  @Test
  void r12_exchangedPasscodeCannotBeTried() {
    scene.liveToken(ADA);
    assertThat(scene.charge(source(1))).isEqualTo(new Refused());
  }

  @Test
  void repeatedExchangeProvesItself() {
    scene.send(source(1));
    var token = scene.newToken(ADA);
    assertThat(scene.exchange(token)).isTrue();
    assertThat(scene.exchange(token)).isTrue();
  }

  @Test
  void exchangesUntilPasscodeExpires() {
    scene.send(source(1));
    scene.later(TestLimits.DEFAULT.emailPasscodeLife().minusMillis(1));
    assertThat(scene.exchange(scene.newToken(ADA))).isTrue();
  }

  @Test
  void doesNotExchangeExpiredPasscode() {
    scene.send(source(1));
    scene.later(TestLimits.DEFAULT.emailPasscodeLife());
    assertThat(scene.exchange(scene.newToken(ADA))).isFalse();
  }

  @Test
  void doesNotExchangeWhereRecoveryIsShut() {
    scene.missTens(5);
    scene.send(source(1));
    scene.resets().shut(scene.hash(), scene.now());
    assertThat(scene.exchange(scene.newToken(ADA))).isFalse();
  }

  @Test
  void laterTokenReplacesEarlier() {
    var earlier = scene.liveToken(ADA);
    scene.later(MINUTE);
    var later = scene.liveToken(ADA);
    assertThat(scene.resets().token(scene.hash())).contains(later);
    assertThat(scene.refuse(earlier)).isFalse();
  }

  @Test
  void attemptsLeaveToken() {
    var token = scene.liveToken(ADA);
    scene.later(MINUTE);
    scene.send(source(1));
    assertThat(scene.charge(source(2))).isInstanceOf(Charged.class);
    assertThat(scene.resets().token(scene.hash())).contains(token);
  }

  @Test
  void invariant5_countsTenRefusals() {
    var token = scene.liveToken(ADA);
    for (int i = 0; i < 10; i++) {
      assertThat(scene.refuse(token)).isTrue();
    }
    assertThat(scene.refuse(token)).isFalse();
  }

  @Test
  void invariant5_refusalLeavesToken() {
    var token = scene.liveToken(ADA);
    scene.refuse(token);
    assertThat(scene.resets().token(scene.hash())).contains(token);
  }

  @Test
  void invariant5_tenthRefusalIsTheEndOfToken() {
    var token = scene.liveToken(ADA);
    for (int i = 0; i < 9; i++) {
      scene.refuse(token);
    }
    assertThat(scene.resets().token(scene.hash())).contains(token);
    scene.refuse(token);
    assertThat(scene.resets().token(scene.hash())).isEmpty();
  }

  @Test
  void laterTokenHasItsOwnRefusals() {
    var earlier = scene.liveToken(ADA);
    for (int i = 0; i < 10; i++) {
      scene.refuse(earlier);
    }
    scene.later(MINUTE);
    assertThat(scene.refuse(scene.liveToken(ADA))).isTrue();
  }

  @Test
  void repeatedRefusalCountsOnce() {
    var token = scene.liveToken(ADA);
    for (int i = 0; i < 3; i++) {
      assertThat(scene.resets().countRefusal(scene.hash(), token.digest(), "the same", scene.now()))
          .isTrue();
    }
    for (int i = 0; i < 9; i++) {
      assertThat(scene.refuse(token)).isTrue();
    }
    assertThat(scene.refuse(token)).isFalse();
  }

  @Test
  void expiredTokenIsNotRefused() {
    var token = scene.liveToken(ADA);
    scene.later(TestLimits.DEFAULT.resetTokenLife());
    assertThat(scene.refuse(token)).isFalse();
  }

  @Test
  void unknownTokenIsNotRefused() {
    scene.liveToken(ADA);
    assertThat(scene.refuse(scene.newToken(ADA))).isFalse();
    assertThat(new Scene(stores).refuse(scene.newToken(ADA))).isFalse();
  }
}
