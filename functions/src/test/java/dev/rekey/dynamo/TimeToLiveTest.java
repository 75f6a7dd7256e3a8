package dev.rekey.dynamo;

import static dev.rekey.conformance.Scene.nobody;
import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.AccountId;
import dev.rekey.conformance.Scene;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing forgets too early: what moves the ttl of an address, and what leaves it. */
class TimeToLiveTest {
  private static final AccountId ADA = new AccountId("ada");
  private static final Duration GUESSED_AT = Duration.ofDays(400);
  private static final Duration QUIET = Duration.ofDays(2);

  private static final DynamoStores STORES = DynamoStores.create();
  private final Scene scene = new Scene(STORES);

  @Test
  void firstSendIsRememberedTwoDays() {
    scene.send(source(1));
    assertThat(ttl()).isEqualTo(scene.now().plus(QUIET));
  }

  @Test
  void firstSendOfDayMovesIt() {
    scene.send(source(1));
    scene.later(Duration.ofDays(1));
    scene.send(source(1));
    assertThat(ttl()).isEqualTo(scene.now().plus(QUIET));
  }

  @Test
  void attemptIsRemembered400Days() {
    scene.send(source(1));
    scene.later(Duration.ofSeconds(5));
    scene.charge(source(2));
    assertThat(ttl()).isEqualTo(scene.now().plus(GUESSED_AT));
    scene.later(Duration.ofSeconds(5));
    scene.charge(nobody());
    assertThat(ttl()).isEqualTo(scene.now().plus(GUESSED_AT));
  }

  @Test
  void attemptAfterThirtyDaysIsRemembered400Days() {
    scene.send(source(1));
    scene.charge(source(2));
    scene.later(Duration.ofDays(31));
    scene.send(source(1));
    scene.charge(source(2));
    assertThat(ttl()).isEqualTo(scene.now().plus(GUESSED_AT));
  }

  @Test
  void sendsLeaveItWhereMissesAreKept() {
    scene.send(source(1));
    scene.charge(source(2));
    var kept = ttl();
    scene.later(Duration.ofMinutes(1));
    scene.send(source(1));
    assertThat(ttl()).isEqualTo(kept);
    scene.later(Duration.ofDays(1));
    scene.send(source(1));
    assertThat(ttl()).isEqualTo(kept);
    scene.later(Duration.ofDays(1));
    scene.send(nobody());
    assertThat(ttl()).isEqualTo(kept);
  }

  /** A sweep may lag by days: without this, it would take a fresh passcode and its counts. */
  @ParameterizedTest
  @ValueSource(longs = {398, 399, 400, 403})
  void sendIsKeptTwoDaysWhereTheSweepOfOldMissesIsDue(long days) {
    scene.send(source(1));
    scene.charge(source(2));
    scene.later(Duration.ofDays(days).plusMinutes(5));
    scene.send(source(1));
    assertThat(ttl()).isEqualTo(scene.now().plus(GUESSED_AT));
    scene.later(Duration.ofDays(1));
    scene.send(source(1));
    assertThat(ttl()).isAfterOrEqualTo(scene.now().plus(QUIET));
  }

  @Test
  void proofIsRememberedTwoDays() {
    scene.send(source(1));
    scene.charge(source(2));
    scene.later(Duration.ofSeconds(5));
    scene.resets().forgiveMisses(scene.hash(), scene.nonce(), scene.now());
    assertThat(ttl()).isEqualTo(scene.now().plus(QUIET));
  }

  @Test
  void exchangeIsRememberedTwoDays() {
    scene.send(source(1));
    scene.charge(source(2));
    scene.later(Duration.ofSeconds(5));
    scene.exchange(scene.newToken(ADA));
    assertThat(ttl()).isEqualTo(scene.now().plus(QUIET));
  }

  @Test
  void sendOfTheDayAfterAProofIsRememberedTwoDays() {
    scene.send(source(1));
    scene.charge(source(2));
    scene.resets().forgiveMisses(scene.hash(), scene.nonce(), scene.now());
    scene.later(Duration.ofDays(1));
    scene.send(source(1));
    assertThat(ttl()).isEqualTo(scene.now().plus(QUIET));
  }

  @Test
  void sendOfTheDayAfterAnExchangeIsRememberedTwoDays() {
    scene.send(source(1));
    scene.charge(source(2));
    scene.exchange(scene.newToken(ADA));
    scene.later(Duration.ofDays(1));
    scene.send(source(1));
    assertThat(ttl()).isEqualTo(scene.now().plus(QUIET));
  }

  @Test
  void shutAddressIsNeverForgotten() {
    scene.missTens(5);
    scene.resets().shut(scene.hash(), scene.now());
    var since = Values.instant(STORES.item(scene.hash()), "shut");
    scene.later(Duration.ofDays(1));
    scene.send(source(1));
    scene.charge(source(1));
    scene.resets().shut(scene.hash(), scene.now());
    assertThat(STORES.item(scene.hash())).doesNotContainKey("ttl");
    assertThat(Values.instant(STORES.item(scene.hash()), "shut")).isEqualTo(since);
  }

  @Test
  void anAddressThatWasOpenedIsRememberedTwoDays() {
    scene.missTens(5);
    scene.resets().shut(scene.hash(), scene.now());
    scene.resets().open(scene.hash(), "operation", scene.now());
    assertThat(ttl()).isEqualTo(scene.now().plus(QUIET));
    assertThat(STORES.item(scene.hash())).doesNotContainKeys("shut", "keptUntil", "outbox");
  }

  @Test
  void counterIsForgottenWhenNobodyNeedsIt() {
    STORES.counter().take("ttl-test", 1, Scene.START);
    var item = STORES.limit("ttl-test");
    assertThat(Values.number(item, "ttl")).contains(Scene.START.getEpochSecond());
  }

  private Instant ttl() {
    return Instant.ofEpochSecond(Values.number(STORES.item(scene.hash()), "ttl").orElseThrow());
  }
}
