package dev.rekey.conformance;

import static dev.rekey.conformance.Scene.nobody;
import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.passcode.ChargeOutcome.Charged;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.RequestOutcome;
import dev.rekey.passcode.RequestOutcome.Cause;
import dev.rekey.passcode.RequestOutcome.Requested;
import dev.rekey.passcode.RequestOutcome.Silenced;
import dev.rekey.passcode.RequestOutcome.TooSoon;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEveryStore
class SendsConformanceTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final RequestOutcome REQUESTED = new Requested();

  private final Stores stores;
  private final Scene scene;

  SendsConformanceTest(Stores stores) {
    this.stores = stores;
    scene = new Scene(stores);
  }

  @Test
  void firstSendPromisesItsPasscode() {
    var request = scene.request(source(1));
    assertThat(scene.resets().request(request)).isEqualTo(REQUESTED);
    assertThat(stores.promised(scene.hash()))
        .contains(
            new PasscodeDue(
                request.address(),
                request.hash(),
                request.passcode(),
                request.requestId(),
                request.language()));
  }

  @Test
  void refusesSecondSendWithinSixtySeconds() {
    scene.send(source(1));
    scene.later(MINUTE.minusMillis(1));
    assertThat(scene.send(source(2))).isEqualTo(new TooSoon());
  }

  @Test
  void admitsSecondSendAfterSixtySeconds() {
    scene.send(source(1));
    scene.later(MINUTE);
    assertThat(scene.send(source(2))).isEqualTo(REQUESTED);
  }

  @Test
  void refusedSendChangesNothing() {
    scene.send(source(1));
    var first = scene.nonce();
    scene.send(source(1));
    assertThat(nonceThatIsCharged()).isEqualTo(first);
  }

  @Test
  void silencesThirteenthSendOfDay() {
    for (int i = 0; i < 12; i++) {
      assertThat(scene.send(source(i))).isEqualTo(REQUESTED);
      scene.later(MINUTE);
    }
    assertThat(scene.send(source(12))).isEqualTo(new Silenced(Cause.SENDS_OF_THE_DAY));
  }

  @Test
  void silencesThirteenthSendOfDayWithoutSource() {
    for (int i = 0; i < 12; i++) {
      assertThat(scene.send(nobody())).isEqualTo(REQUESTED);
      scene.later(MINUTE);
    }
    assertThat(scene.send(nobody())).isEqualTo(new Silenced(Cause.SENDS_OF_THE_DAY));
  }

  @Test
  void silencesFifthSendOfOneSource() {
    sendsOf(4);
    assertThat(scene.send(source(1))).isEqualTo(new Silenced(Cause.SENDS_OF_THE_SOURCE));
  }

  @Test
  void silencesNobodyButThatSource() {
    sendsOf(4);
    assertThat(scene.send(source(2))).isEqualTo(REQUESTED);
  }

  @Test
  void countsSendsAnewEachUtcDay() {
    sendsOf(4);
    scene.at(Instant.parse("2026-03-11T00:00:00Z"));
    assertThat(scene.send(source(1))).isEqualTo(REQUESTED);
  }

  @Test
  void countsSendsAnewEachUtcDayWhereMissesAreKept() {
    sendsOf(4);
    scene.charge(source(2));
    scene.at(Instant.parse("2026-03-11T00:00:00Z"));
    assertThat(scene.send(source(1))).isEqualTo(REQUESTED);
  }

  @Test
  void newDayDoesNotShortenSixtySeconds() {
    scene.at(Instant.parse("2026-03-10T23:59:50Z"));
    scene.send(source(1));
    scene.at(Instant.parse("2026-03-11T00:00:10Z"));
    assertThat(scene.send(source(1))).isEqualTo(new TooSoon());
  }

  @Test
  void fourSendsOfSourceAreAllItHasOnSecondDayToo() {
    sendsOf(4);
    scene.at(Instant.parse("2026-03-11T00:00:00Z"));
    sendsOf(4);
    assertThat(scene.send(source(1))).isEqualTo(new Silenced(Cause.SENDS_OF_THE_SOURCE));
  }

  @Test
  void newPasscodeReplacesOld() {
    scene.send(source(1));
    var old = scene.nonce();
    scene.later(MINUTE);
    scene.send(source(1));
    var account = scene.account();
    assertThat(scene.resets().exchange(scene.hash(), old, scene.newToken(account.id()))).isFalse();
    assertThat(nonceThatIsCharged()).isEqualTo(scene.nonce());
  }

  @Test
  void r14_newPasscodeLeavesMisses() {
    scene.send(source(1));
    scene.charged(3, source(2));
    scene.later(MINUTE);
    scene.send(source(1));
    assertThat(scene.charge(source(3)))
        .isInstanceOfSatisfying(Charged.class, it -> assertThat(it.misses()).isEqualTo(4));
  }

  @Test
  void r14_newDayLeavesMisses() {
    scene.send(source(1));
    scene.charged(3, source(2));
    scene.later(Duration.ofDays(1));
    scene.send(source(1));
    assertThat(scene.charge(source(3)))
        .isInstanceOfSatisfying(Charged.class, it -> assertThat(it.misses()).isEqualTo(4));
  }

  @Test
  void newPasscodeBringsNewTries() {
    scene.send(source(1));
    scene.charged(5, source(2));
    scene.later(MINUTE);
    scene.send(source(1));
    assertThat(scene.charge(source(2))).isInstanceOf(Charged.class);
  }

  @Test
  void sendLeavesToken() {
    var token = scene.liveToken(scene.account().id());
    scene.later(MINUTE);
    assertThat(scene.send(source(1))).isEqualTo(REQUESTED);
    assertThat(scene.resets().token(scene.hash())).contains(token);
  }

  @Test
  void firstSendOfDayLeavesToken() {
    scene.at(Instant.parse("2026-03-10T23:59:00Z"));
    var token = scene.liveToken(scene.account().id());
    scene.later(MINUTE);
    assertThat(scene.send(source(1))).isEqualTo(REQUESTED);
    assertThat(scene.resets().token(scene.hash())).contains(token);
  }

  @Test
  void repeatedSendCountsOnce() {
    var request = scene.request(source(1));
    assertThat(scene.resets().request(request)).isEqualTo(REQUESTED);
    assertThat(scene.resets().request(request)).isEqualTo(REQUESTED);
    scene.later(MINUTE);
    sendsOf(3);
    assertThat(scene.send(source(1))).isEqualTo(new Silenced(Cause.SENDS_OF_THE_SOURCE));
  }

  @Test
  void shutAddressIsSilent() {
    scene.missTens(5);
    scene.resets().shut(scene.hash(), scene.now());
    assertThat(scene.send(source(7))).isEqualTo(new Silenced(Cause.SHUT));
  }

  @Test
  void shutAddressIsSilentOnNextDay() {
    scene.missTens(5);
    scene.resets().shut(scene.hash(), scene.now());
    scene.later(Duration.ofDays(1));
    assertThat(scene.send(source(7))).isEqualTo(new Silenced(Cause.SHUT));
  }

  @Test
  void oneOfManyFirstSendsIsTaken() {
    var requests = IntStream.range(0, 20).mapToObj(i -> scene.request(source(i))).toList();
    var outcomes = Together.run(20, i -> scene.resets().request(requests.get(i)));
    assertThat(outcomes).filteredOn(REQUESTED::equals).hasSize(1);
    assertThat(outcomes).filteredOn(new TooSoon()::equals).hasSize(19);
  }

  private void sendsOf(int sends) {
    for (int i = 0; i < sends; i++) {
      assertThat(scene.send(source(1))).isEqualTo(REQUESTED);
      scene.later(MINUTE);
    }
  }

  private Object nonceThatIsCharged() {
    return ((Charged) scene.charge(source(9))).passcode().nonce();
  }
}
