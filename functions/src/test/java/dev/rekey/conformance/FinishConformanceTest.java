package dev.rekey.conformance;

import static dev.rekey.account.ResetOutcome.DONE;
import static dev.rekey.account.ResetOutcome.STALE;
import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.AccountId;
import dev.rekey.account.IssuedToken;
import dev.rekey.account.Reset;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.Channel;
import dev.rekey.message.Language;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import dev.rekey.testing.TestLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Token spent, password set, sessions ended, notice asked for: all or nothing. */
@OnEveryStore
class FinishConformanceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Stores stores;
  private final Scene scene;
  private final StoredAccount account;
  private final IssuedToken token;

  FinishConformanceTest(Stores stores) {
    this.stores = stores;
    scene = new Scene(stores);
    account = scene.account();
    token = scene.liveToken(account.id());
    scene.later(SECOND);
  }

  @Test
  void r23_setsPassword() {
    var reset = scene.reset(token);
    assertThat(stores.accounts().finish(reset)).isEqualTo(DONE);
    var after = stores.stored(account.id()).orElseThrow();
    assertThat(after.password()).contains(reset.password());
    assertThat(after.changedAt()).isEqualTo(scene.now());
  }

  @Test
  void r37_leavesTheSecondFactorAndAllElseOfTheAccount() {
    assertThat(account.mfa()).isTrue();
    var before = stores.stored(account.id()).orElseThrow();
    scene.finish(token);
    assertThat(stores.stored(account.id()).orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("password", "changedAt", "epoch")
        .isEqualTo(before);
  }

  @Test
  void r35_raisesEpoch() {
    scene.finish(token);
    assertThat(epoch()).isEqualTo(4);
  }

  @Test
  void spendsToken() {
    scene.finish(token);
    assertThat(scene.resets().token(scene.hash())).isEmpty();
  }

  @Test
  void r39_asksForNotice() {
    var reset = scene.reset(token);
    stores.accounts().finish(reset);
    assertThat(stores.promised(scene.hash()))
        .contains(
            new NoticeDue(
                account.id(),
                reset.noticeId(),
                reset.now(),
                Optional.of(scene.address()),
                scene.hash().subject(),
                Language.EN_US));
  }

  @Test
  void dropsPasscodeThatWasAskedForMeanwhile() {
    scene.later(Duration.ofMinutes(1));
    scene.send(source(1));
    scene.finish(token);
    assertThat(scene.exchange(scene.newToken(account.id()))).isFalse();
  }

  @Test
  void r20_refusesSpentToken() {
    scene.finish(token);
    scene.later(SECOND);
    assertThat(scene.finish(token)).isEqualTo(STALE);
    assertThat(epoch()).isEqualTo(4);
  }

  @Test
  void refusesTokenThatIsNotTheAddresses() {
    assertStale(scene.reset(scene.newToken(account.id())));
  }

  @Test
  void refusesTokenOfAnotherAccount() {
    var other = new Scene(stores).account();
    var forged =
        new IssuedToken(
            token.digest(), other.id(), token.channel(), token.issuedAt(), token.expiresAt());
    assertStale(scene.reset(forged));
    assertThat(stores.stored(other.id()).orElseThrow().epoch()).isEqualTo(3);
  }

  @Test
  void refusesTokenThatWasIssuedToFormerOwnerOfAddress() {
    stores.put(changed(true, account.changedAt(), Optional.empty()));
    var owner = scene.account();
    var forged =
        new IssuedToken(
            token.digest(), owner.id(), token.channel(), token.issuedAt(), token.expiresAt());
    assertStale(scene.reset(forged));
    assertThat(stores.stored(owner.id()).orElseThrow().epoch()).isEqualTo(3);
  }

  @Test
  void refusesExpiredToken() {
    scene.at(token.issuedAt().plus(TestLimits.DEFAULT.resetTokenLife()));
    assertStale(scene.reset(token));
  }

  @Test
  void refusesReplacedToken() {
    scene.later(Duration.ofMinutes(1));
    scene.liveToken(account.id());
    assertStale(scene.reset(token));
  }

  @Test
  void refusesDisabledAccount() {
    stores.put(changed(false, account.changedAt(), account.email()));
    assertStale(scene.reset(token));
  }

  @Test
  void refusesDisabledAccountWhoseAddressIsNotMarkedYet() {
    var disabled = changed(false, account.changedAt(), account.email());
    stores.put(disabled);
    putAlias(account);
    assertStale(scene.reset(token));
  }

  @Test
  void refusesAddressThatIsMarkedBeforeItsAccount() {
    putAlias(changed(false, account.changedAt(), account.email()));
    assertStale(scene.reset(token));
  }

  @Test
  void refusesAccountThatWasResetSinceTokenWasIssued() {
    stores.put(changed(true, token.issuedAt(), account.email()));
    assertStale(scene.reset(token));
  }

  @Test
  void admitsAccountThatWasResetBeforeTokenWasIssued() {
    stores.put(changed(true, token.issuedAt().minusMillis(1), account.email()));
    assertThat(scene.finish(token)).isEqualTo(DONE);
  }

  @Test
  void refusesUnknownAccount() {
    var ghost = new AccountId("ghost");
    scene.later(Duration.ofMinutes(1));
    var ghostly = scene.liveToken(ghost);
    assertThat(scene.finish(ghostly)).isEqualTo(STALE);
    assertThat(stores.stored(ghost)).isEmpty();
  }

  @Test
  void refusesAddressThatIsVerifiedNoMore() {
    var unverified = new StoredAddress(scene.address().normal(), false);
    stores.put(changed(true, account.changedAt(), Optional.of(unverified)));
    assertStale(scene.reset(token));
  }

  @Test
  void refusesAddressThatIsGone() {
    stores.put(changed(true, account.changedAt(), Optional.empty()));
    assertStale(scene.reset(token));
  }

  @Test
  void refusesAddressThatIsAnotherAccountsNow() {
    stores.put(changed(true, account.changedAt(), Optional.empty()));
    scene.account();
    assertStale(scene.reset(token));
  }

  @Test
  void resetKillsOlderTokensOfOtherAddresses() {
    var byPhone = new Scene(stores, TestLimits.DEFAULT, Scene.someNumber());
    stores.put(withPhone(byPhone));
    var older = byPhone.liveToken(account.id());
    assertThat(scene.finish(token)).isEqualTo(DONE);
    byPhone.at(scene.now().plus(SECOND));
    assertThat(byPhone.finish(older)).isEqualTo(STALE);
    assertThat(epoch()).isEqualTo(4);
  }

  @Test
  void invariant4_oneOfManyFinishesIsDone() {
    var outcomes = Together.run(50, _ -> scene.finish(token));
    assertThat(outcomes).filteredOn(DONE::equals).hasSize(1);
    assertThat(epoch()).isEqualTo(4);
  }

  private void assertStale(Reset reset) {
    var held = scene.resets().token(scene.hash());
    var before = stores.stored(account.id());
    var promised = stores.promised(scene.hash());
    assertThat(stores.accounts().finish(reset)).isEqualTo(STALE);
    assertThat(scene.resets().token(scene.hash())).isEqualTo(held);
    assertThat(stores.stored(account.id())).isEqualTo(before);
    assertThat(stores.promised(scene.hash())).isEqualTo(promised);
  }

  private void putAlias(StoredAccount as) {
    stores.putAlias(as, Channel.EMAIL, scene.hash(), account.email().orElseThrow());
  }

  private long epoch() {
    return stores.stored(account.id()).orElseThrow().epoch();
  }

  private StoredAccount changed(boolean active, Instant at, Optional<StoredAddress> email) {
    return copy(active, at, email, Optional.empty());
  }

  private StoredAccount withPhone(Scene byPhone) {
    var number = new StoredAddress(byPhone.address().normal(), true);
    return copy(true, account.changedAt(), account.email(), Optional.of(number));
  }

  private StoredAccount copy(
      boolean active, Instant at, Optional<StoredAddress> email, Optional<StoredAddress> phone) {
    return new StoredAccount(
        account.id(),
        active,
        account.mfa(),
        account.username(),
        email,
        phone,
        account.language(),
        account.password(),
        at,
        account.epoch(),
        account.compromisedAt());
  }
}
