package dev.rekey.conformance;

import static dev.rekey.account.ResetOutcome.DONE;
import static dev.rekey.conformance.Scene.nobody;
import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.passcode.ChargeOutcome;
import dev.rekey.passcode.ChargeOutcome.Charged;
import dev.rekey.passcode.ChargeOutcome.Exhausted;
import dev.rekey.passcode.ChargeOutcome.Refused;
import dev.rekey.passcode.OutboxEntry.ShutDue;
import dev.rekey.passcode.Source;
import dev.rekey.testing.TestLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The invariants of the design that the stores alone keep, under callers that all come at once. */
@OnEveryStore
class InvariantsConformanceTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final Stores stores;
  private final Scene scene;

  InvariantsConformanceTest(Stores stores) {
    this.stores = stores;
    this.scene = new Scene(stores);
  }

  @Test
  void invariant1_comparesFiveOfOneSourceAndFifteenInAll() {
    scene.send(source(0));
    var outcomes = chargeTogether(200, i -> source(i % 20));
    assertThat(taken(outcomes)).isBetween(10L, 15L);
    for (int number = 0; number < 20; number++) {
      int of = number;
      var ofOne =
          IntStream.range(0, 200).filter(i -> i % 20 == of).mapToObj(outcomes::get).toList();
      assertThat(taken(ofOne)).isLessThanOrEqualTo(5);
    }
    print("invariant 1: 200 callers of 20 sources, compared " + taken(outcomes));
  }

  @Test
  void invariant1_comparesFiveOfOneSourceThatComesAlone() {
    scene.send(source(0));
    var outcomes = chargeTogether(50, _ -> source(0));
    assertThat(taken(outcomes)).isEqualTo(5);
    print("invariant 1: 50 callers of one source, compared " + taken(outcomes));
  }

  @Test
  void invariant1_comparesTenOfStrangersAndFiveOfAsker() {
    scene.send(source(0));
    var strangers = chargeTogether(100, i -> source(1 + i % 50));
    var asker = chargeTogether(50, _ -> source(0));
    assertThat(taken(strangers)).isEqualTo(10);
    assertThat(taken(asker)).isEqualTo(5);
    print("invariant 1: strangers compared " + taken(strangers) + ", the asker " + taken(asker));
  }

  @Test
  void invariant1_comparesFifteenWithoutSource() {
    scene.send(nobody());
    var outcomes = chargeTogether(100, _ -> nobody());
    assertThat(taken(outcomes)).isEqualTo(15);
    print("invariant 1: 100 callers without source, compared " + taken(outcomes));
  }

  @Test
  void invariant2_tenMissesOfOneSourceOverNewPasscodesAndRestarts() {
    long misses = 0;
    for (int code = 0; code < 4; code++) {
      scene.send(nobody());
      misses += taken(chargeTogether(30, _ -> source(7)));
      scene.later(MINUTE);
    }
    assertThat(misses).isEqualTo(10);
    print("invariant 2: one source over 4 passcodes and restarts, missed " + misses);
  }

  @Test
  void invariant2_fiftyMissesInAllOverNewPasscodesAndRestarts() {
    long misses = 0;
    for (int code = 0; code < 8; code++) {
      int round = code * 100;
      scene.send(nobody());
      misses += taken(chargeTogether(40, i -> source(round + i)));
      scene.later(MINUTE);
    }
    assertThat(misses).isEqualTo(50);
    print("invariant 2: 320 sources over 8 passcodes and restarts, missed " + misses);
    assertThat(scene.charge(source(9999))).isEqualTo(new Exhausted());
    Together.run(20, _ -> shutByNewStore());
    assertThat(stores.promised(scene.hash())).containsInstanceOf(ShutDue.class);
    assertThat(scene.charge(source(9999))).isEqualTo(new Refused());
  }

  @Test
  void invariant3_exchangesOnce() {
    var account = scene.account();
    scene.send(source(1));
    var tokens = IntStream.range(0, 200).mapToObj(_ -> scene.newToken(account.id())).toList();
    var exchanged = Together.run(200, i -> scene.exchange(tokens.get(i)));
    assertThat(exchanged).filteredOn(Boolean.TRUE::equals).hasSize(1);
    assertThat(scene.resets().token(scene.hash())).contains(tokens.get(exchanged.indexOf(true)));
    print("invariant 3: 200 exchanges of one passcode, done 1");
  }

  @Test
  void invariant3_tokenResetsOnce() {
    var account = scene.account();
    var token = scene.liveToken(account.id());
    scene.later(MINUTE);
    var outcomes = Together.run(200, _ -> scene.finish(token));
    assertThat(outcomes).filteredOn(DONE::equals).hasSize(1);
    assertThat(epoch(account)).isEqualTo(4);
    print("invariant 3: 200 resets with one token, done 1");
  }

  @Test
  void invariant4_ofTwoTokensOneSetsThePasswordAndTheOtherIsUntouched() {
    var phone = new Scene(stores, TestLimits.DEFAULT, Scene.someNumber());
    var account = withPhone(scene.account(), phone);
    stores.put(account);
    var scenes = List.of(scene, phone);
    var tokens = List.of(scene.liveToken(account.id()), phone.liveToken(account.id()));
    scenes.forEach(it -> it.later(Duration.ofSeconds(1)));
    var outcomes = Together.run(50, i -> scenes.get(i % 2).finish(tokens.get(i % 2)));
    assertThat(outcomes).filteredOn(DONE::equals).hasSize(1);
    assertThat(epoch(account)).isEqualTo(4);
    int winner = outcomes.indexOf(DONE) % 2;
    var loser = scenes.get(1 - winner);
    assertThat(scenes.get(winner).resets().token(scenes.get(winner).hash())).isEmpty();
    assertThat(loser.resets().token(loser.hash())).contains(tokens.get(1 - winner));
    print("invariant 4: 50 resets with two tokens of one account, done 1");
  }

  @Test
  void invariant5_answersTenRefusals() {
    var token = scene.liveToken(scene.account().id());
    scene.later(Duration.ofSeconds(1));
    var refused = Together.run(50, _ -> scene.refuse(token));
    assertThat(refused).filteredOn(Boolean.TRUE::equals).hasSize(10);
    print("invariant 5: 50 refused passwords with one token, answered 10");
  }

  @Test
  void invariant7_attemptsAloneMakeNoToken() {
    scene.send(source(1));
    scene.charge(source(1));
    scene.resets().forgiveMisses(scene.hash(), scene.nonce(), scene.now());
    assertThat(scene.resets().token(scene.hash())).isEmpty();
    assertThat(scene.finish(scene.newToken(scene.account().id()))).isNotEqualTo(DONE);
  }

  private List<ChargeOutcome> chargeTogether(int callers, IntFunction<Optional<Source>> source) {
    var restarted = stores.resets(TestLimits.DEFAULT);
    return Together.run(
        callers,
        i ->
            restarted.charge(
                scene.hash(), source.apply(i), UUID.randomUUID().toString(), scene.now()));
  }

  private boolean shutByNewStore() {
    stores.resets(TestLimits.DEFAULT).shut(scene.hash(), scene.now());
    return true;
  }

  private static long taken(List<ChargeOutcome> outcomes) {
    return outcomes.stream().filter(Charged.class::isInstance).count();
  }

  private long epoch(StoredAccount account) {
    return stores.stored(account.id()).orElseThrow().epoch();
  }

  private static StoredAccount withPhone(StoredAccount account, Scene phone) {
    return new StoredAccount(
        account.id(),
        true,
        false,
        account.username(),
        account.email(),
        Optional.of(new StoredAddress(phone.address().normal(), true)),
        account.language(),
        account.password(),
        account.changedAt(),
        account.epoch(),
        account.compromisedAt());
  }

  private void print(String line) {
    System.out.println("[" + stores + "] " + line);
  }
}
