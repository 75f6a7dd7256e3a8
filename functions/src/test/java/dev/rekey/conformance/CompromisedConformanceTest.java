package dev.rekey.conformance;

import static dev.rekey.account.ResetOutcome.DONE;
import static dev.rekey.account.ResetOutcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R30: others know the password of an account. */
@OnEveryStore
class CompromisedConformanceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Stores stores;
  private final Scene scene;
  private final StoredAccount account;

  CompromisedConformanceTest(Stores stores) {
    this.stores = stores;
    scene = new Scene(stores);
    account = scene.account();
  }

  @Test
  void r30_thePasswordIsGoneAndSaysSinceWhen() {
    assertThat(compromise(scene)).isTrue();
    assertThat(after().password()).isEmpty();
    assertThat(after().compromisedAt()).contains(scene.now());
    assertThat(after().changedAt()).isEqualTo(account.changedAt());
    assertThat(after().active()).isTrue();
  }

  @Test
  void r30_r35_sessionsEnd() {
    compromise(scene);
    assertThat(after().epoch()).isEqualTo(account.epoch() + 1);
  }

  @Test
  void r30_everyTokenUntilNowIsDead() {
    var token = scene.liveToken(account.id());
    compromise(scene); // in the very moment of its issue
    scene.later(SECOND);
    assertThat(scene.finish(token)).isEqualTo(STALE);
    assertThat(after().password()).isEmpty();
  }

  @Test
  void r30_aResetEndsIt() {
    compromise(scene);
    scene.later(SECOND);
    var token = scene.liveToken(account.id());
    scene.later(SECOND);
    assertThat(scene.finish(token)).isEqualTo(DONE);
    assertThat(after().compromisedAt()).isEmpty();
    assertThat(after().password()).isPresent();
    assertThat(after().epoch()).isEqualTo(account.epoch() + 2);
  }

  @Test
  void r30_onceMoreIsLater() {
    compromise(scene);
    scene.later(SECOND);
    var token = scene.liveToken(account.id());
    scene.later(SECOND);
    assertThat(compromise(scene)).isTrue();
    assertThat(after().compromisedAt()).contains(scene.now());
    scene.later(SECOND);
    assertThat(scene.finish(token)).isEqualTo(STALE);
  }

  @Test
  void anAccountThatIsNotInUseOrNotConfirmedIsFoundToo() {
    put(false, true);
    assertThat(compromise(scene)).isTrue();
    put(true, false);
    assertThat(compromise(scene)).isTrue();
    assertThat(after().password()).isEmpty();
  }

  @Test
  void nobodyHasNoPasswordToTake() {
    assertThat(compromise(new Scene(stores))).isFalse();
  }

  @Test
  void anAddressThatOnlyLooksAlikeTakesNothing() {
    var other = new Scene(stores);
    var stored = account.email().orElseThrow();
    stores.putAlias(account, other.address().channel(), other.hash(), stored);
    assertThat(compromise(other)).isFalse();
    assertThat(after()).isEqualTo(unverified(account));
  }

  /** Between the look-up and the transaction. */
  @Test
  void anAddressThatChangesHandsCostsNobodyAPassword() {
    var heir = new Scene(stores).account();
    var channel = scene.address().channel();
    var owner = stores.accounts().owner(scene.address(), scene.hash()).orElseThrow();
    stores.putAlias(heir, channel, scene.hash(), account.email().orElseThrow());
    assertThat(stores.accounts().compromise(owner, channel, scene.hash(), scene.now())).isFalse();
    assertThat(after().password()).isPresent();
    assertThat(stores.stored(heir.id()).orElseThrow().password()).isPresent();
  }

  /** The directory tells whether an address is verified by the alias alone. */
  private StoredAccount unverified(StoredAccount of) {
    return stores.stored(of.id()).orElseThrow().email().orElseThrow().verified()
        ? of
        : copy(of, true, false);
  }

  private void put(boolean active, boolean verified) {
    stores.put(copy(account, active, verified));
  }

  private static StoredAccount copy(StoredAccount of, boolean active, boolean verified) {
    return new StoredAccount(
        of.id(),
        active,
        of.mfa(),
        of.username(),
        of.email().map(it -> new StoredAddress(it.asTyped(), verified)),
        Optional.empty(),
        of.language(),
        of.password(),
        of.changedAt(),
        of.epoch(),
        of.compromisedAt());
  }

  private boolean compromise(Scene of) {
    return stores
        .accounts()
        .owner(of.address(), of.hash())
        .filter(owner ->
            stores.accounts().compromise(owner, of.address().channel(), of.hash(), scene.now()))
        .isPresent();
  }

  private StoredAccount after() {
    return stores.stored(account.id()).orElseThrow();
  }
}
