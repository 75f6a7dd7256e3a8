package dev.rekey.resetpassword;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.ADAS_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.ResetToken;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.memory.Workbench;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import dev.rekey.password.PasswordEncryption;
import dev.rekey.password.PasswordText;
import dev.rekey.password.PolicyVerdict;
import dev.rekey.resetpassword.ResetPasswordOutcome.BadToken;
import dev.rekey.resetpassword.ResetPasswordOutcome.Done;
import dev.rekey.resetpassword.ResetPasswordOutcome.Unfit;
import dev.rekey.testing.TestLimits;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a token may do, and what makes it stale. */
class ResetPasswordTest extends Resetting {
  @Test
  void r23_passwordEpochAndNoticeGoTogether() {
    assertThat(set(GOOD)).isEqualTo(new Done(ADAS_ACCOUNT, false));
    assertThat(ada().epoch()).isEqualTo(8);
    assertThat(ada().changedAt()).isEqualTo(bench.clock.instant());
    assertThat(
            hasher.matches(PasswordText.parse(GOOD).orElseThrow(), ada().password().orElseThrow()))
        .isTrue();
    var notice = (NoticeDue) bench.tables.drain().getLast();
    assertThat(notice.account()).isEqualTo(ADAS_ACCOUNT);
    assertThat(notice.resetAt()).isEqualTo(bench.clock.instant());
    assertThat(bench.resets.token(bench.hash(ADA))).isEmpty();
  }

  @Test
  void r21_aTokenResetsOnce() {
    set(GOOD);
    assertThat(set("another lamp, 8 stairs")).isEqualTo(new BadToken("UNKNOWN"));
    assertThat(ada().epoch()).isEqualTo(8);
  }

  @Test
  void whatIsNoTokenReachesNoStore() {
    var none = new NewPassword(Optional.empty(), GOOD, PasswordEncryption.NONE);
    assertThat(reset.set(none)).isEqualTo(new BadToken("NOT_A_TOKEN"));
    assertThat(calls).isEmpty();
  }

  @Test
  void r20_aTokenWithOtherBitsIsUnknown() {
    token = ResetToken.fresh(bench.hash(ADA), new SecureRandom());
    assertThat(set(GOOD)).isEqualTo(new BadToken("UNKNOWN"));
    token = ResetToken.fresh(bench.hash(Workbench.NOBODY), new SecureRandom());
    assertThat(set(GOOD)).isEqualTo(new BadToken("UNKNOWN"));
    assertThat(calls).containsOnly("token");
  }

  @Test
  void r11_aTokenIsGoodUntilItsLastMillisecond() {
    bench.clock.forward(TestLimits.DEFAULT.resetTokenLife().minusMillis(1));
    assertThat(set("short")).isInstanceOf(Unfit.class);
    bench.clock.forward(Duration.ofMillis(1));
    assertThat(set(GOOD)).isEqualTo(new BadToken("EXPIRED"));
    assertThat(ada().epoch()).isEqualTo(7);
  }

  @Test
  void r25_aPasswordIsNeverCut() {
    assertThat(set("x".repeat(1025))).isEqualTo(new Unfit(new PolicyVerdict.TooLong(1024)));
    assertThat(set("q7 ".repeat(341) + "z")).isInstanceOf(Done.class);
  }

  @Test
  void nothingIsHashedForABadToken() {
    token = ResetToken.fresh(bench.hash(ADA), new SecureRandom());
    set(GOOD);
    assertThat(calls).doesNotContain("hash");
  }

  @Test
  void anyResetKillsEveryOlderToken() {
    var older = token;
    token = issue();
    assertThat(set(GOOD)).isInstanceOf(Done.class);
    token = older;
    assertThat(set("another lamp, 8 stairs")).isInstanceOf(BadToken.class);
  }

  @Test
  void aTokenOlderThanThePasswordIsStale() {
    var changed = ada();
    bench.tables.put(
        new StoredAccount(
            changed.id(),
            true,
            false,
            changed.username(),
            changed.email(),
            changed.phone(),
            changed.language(),
            Optional.empty(),
            bench.clock.instant(),
            9,
            Optional.empty()));
    assertThat(set(GOOD)).isEqualTo(new BadToken("STALE"));
    assertThat(ada().epoch()).isEqualTo(9);
  }

  @Test
  void anAccountThatWasDisabledMeanwhileIsNotReset() {
    bench.tables.put(Workbench.account("ada", false, ada().email(), ada().phone()));
    assertThat(set(GOOD)).isEqualTo(new BadToken("NO_ACCOUNT"));
  }

  @Test
  void anAddressThatIsNoLongerConfirmedIsStale() {
    var unverified = Optional.of(new StoredAddress("ada@example.com", false));
    bench.tables.put(Workbench.account("ada", true, unverified, Optional.empty()));
    assertThat(set(GOOD)).isEqualTo(new BadToken("STALE"));
    assertThat(ada().epoch()).isEqualTo(7);
  }

  @Test
  void r37_theSecondFactorIsStillDue() {
    var plain = ada();
    bench.tables.put(
        new StoredAccount(
            plain.id(),
            true,
            true,
            plain.username(),
            plain.email(),
            plain.phone(),
            plain.language(),
            Optional.empty(),
            plain.changedAt(),
            7,
            Optional.empty()));
    assertThat(set(GOOD)).isEqualTo(new Done(ADAS_ACCOUNT, true));
    assertThat(ada().mfa()).isTrue();
  }
}
