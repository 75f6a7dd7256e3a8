package dev.rekey.conformance;

import static dev.rekey.account.SuppressOutcome.LIFTED_SINCE;
import static dev.rekey.account.SuppressOutcome.NO_ACCOUNT;
import static dev.rekey.account.SuppressOutcome.SUPPRESSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.ResetOutcome;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.SuppressOutcome;
import dev.rekey.account.Suppression;
import dev.rekey.account.Suppression.Cause;
import dev.rekey.address.Channel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An address that bounced, or whose owner complained. */
@OnEveryStore
class SuppressedConformanceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Stores stores;
  private final Scene scene;
  private final StoredAccount account;

  SuppressedConformanceTest(Stores stores) {
    this.stores = stores;
    scene = new Scene(stores);
    account = scene.account();
  }

  @Test
  void nobodyIsSuppressedAtFirst() {
    assertThat(suppressed(scene)).isFalse();
    assertThat(told(scene)).isFalse();
    assertThat(stores.accounts().suppression(scene.address(), scene.hash())).isEmpty();
  }

  @Test
  void saysSinceWhenAndWhy() {
    assertThat(suppress(scene, Cause.COMPLAINT)).isEqualTo(SUPPRESSED);
    assertThat(suppressed(scene)).isTrue();
    assertThat(told(scene)).isTrue();
    assertThat(stores.accounts().suppression(scene.address(), scene.hash()))
        .contains(new Suppression(scene.now(), Cause.COMPLAINT));
  }

  @Test
  void theFirstReasonStays() {
    var first = new Suppression(scene.now(), Cause.BOUNCE);
    suppress(scene, Cause.BOUNCE);
    scene.later(SECOND);
    assertThat(suppress(scene, Cause.COMPLAINT)).isEqualTo(SUPPRESSED);
    assertThat(stores.accounts().suppression(scene.address(), scene.hash())).contains(first);
  }

  @Test
  void allElseOfTheAccountStays() {
    suppress(scene, Cause.BOUNCE);
    assertThat(stores.stored(account.id()).orElseThrow().epoch()).isEqualTo(account.epoch());
    assertThat(stores.accounts().confirmed(scene.address(), scene.hash()))
        .hasValueSatisfying(it -> {
          assertThat(it.id()).isEqualTo(account.id());
          assertThat(it.language()).isEqualTo(account.language());
        });
    var token = scene.liveToken(account.id());
    scene.later(SECOND);
    assertThat(scene.finish(token)).isEqualTo(ResetOutcome.DONE);
  }

  @Test
  void anotherAddressIsNotTouched() {
    var other = new Scene(stores);
    other.account();
    suppress(scene, Cause.BOUNCE);
    assertThat(suppressed(other)).isFalse();
  }

  @Test
  void nobodysAddressIsNotWritten() {
    var nobody = new Scene(stores);
    assertThat(suppress(nobody, Cause.BOUNCE)).isEqualTo(NO_ACCOUNT);
    assertThat(stores.accounts().suppression(nobody.address(), nobody.hash())).isEmpty();
    assertThat(unsuppress(nobody)).isFalse();
    nobody.account(); // what was written for nobody would be there now
    assertThat(suppressed(nobody)).isFalse();
  }

  @Test
  void anAddressThatOnlyLooksAlikeIsNobodys() {
    var alike = new Scene(stores);
    stores.putAlias(account, Channel.EMAIL, alike.hash(), account.email().orElseThrow());
    assertThat(suppress(alike, Cause.BOUNCE)).isEqualTo(NO_ACCOUNT);
    assertThat(unsuppress(alike)).isFalse();
    assertThat(suppressed(scene)).isFalse();
  }

  @Test
  void liftedItGetsMailAgain() {
    suppress(scene, Cause.BOUNCE);
    scene.later(SECOND);
    assertThat(unsuppress(scene)).isTrue();
    assertThat(suppressed(scene)).isFalse();
    assertThat(stores.accounts().suppression(scene.address(), scene.hash())).isEmpty();
  }

  @Test
  void whatIsNotSuppressedIsNotLifted() {
    assertThat(unsuppress(scene)).isFalse();
    suppress(scene, Cause.BOUNCE);
    scene.later(SECOND);
    unsuppress(scene);
    assertThat(unsuppress(scene)).as("the same call again").isTrue();
    scene.later(SECOND);
    assertThat(unsuppress(scene)).isFalse();
  }

  @Test
  void whatHappenedBeforeItWasLiftedUndoesNothing() {
    var before = new Suppression(scene.now(), Cause.BOUNCE);
    suppress(scene, Cause.BOUNCE);
    scene.later(SECOND);
    unsuppress(scene);
    assertThat(suppress(scene, before)).isEqualTo(LIFTED_SINCE);
    assertThat(suppress(scene, Cause.BOUNCE)).as("in that very moment").isEqualTo(LIFTED_SINCE);
    assertThat(suppressed(scene)).isFalse();
    scene.later(SECOND);
    assertThat(suppress(scene, Cause.COMPLAINT)).isEqualTo(SUPPRESSED);
    assertThat(stores.accounts().suppression(scene.address(), scene.hash()))
        .contains(new Suppression(scene.now(), Cause.COMPLAINT));
  }

  @Test
  void anAddressThatIsTakenAnewBeginsAnew() {
    suppress(scene, Cause.BOUNCE);
    stores.put(account);
    assertThat(suppressed(scene)).isFalse();
  }

  private SuppressOutcome suppress(Scene of, Cause cause) {
    return suppress(of, new Suppression(of.now(), cause));
  }

  private SuppressOutcome suppress(Scene of, Suppression why) {
    return stores.accounts().suppress(of.address(), of.hash(), why);
  }

  private boolean unsuppress(Scene of) {
    return stores.accounts().unsuppress(of.address(), of.hash(), of.now());
  }

  private boolean suppressed(Scene of) {
    return stores.accounts().confirmed(of.address(), of.hash()).orElseThrow().suppressed();
  }

  private boolean told(Scene of) {
    return stores
        .accounts()
        .recipient(account.id(), of.address().channel())
        .orElseThrow()
        .suppressed();
  }
}
