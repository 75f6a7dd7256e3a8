package dev.rekey.resetpassword;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.ADAS_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.IssuedToken;
import dev.rekey.account.ResetToken;
import dev.rekey.account.StoredAccount;
import dev.rekey.address.Channel;
import dev.rekey.memory.RecordingResetStore;
import dev.rekey.memory.Workbench;
import dev.rekey.passcode.ResetStore;
import dev.rekey.password.BlockList;
import dev.rekey.password.PasswordDecryption;
import dev.rekey.password.PasswordEncryption;
import dev.rekey.password.PasswordHasher;
import dev.rekey.password.PasswordPolicy;
import dev.rekey.password.PasswordText;
import dev.rekey.password.StoredHash;
import dev.rekey.testing.PlainHasher;
import dev.rekey.testing.TestKeys;
import dev.rekey.testing.TestLimits;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Ada holds a token, and the use case works over stores in memory. */
abstract class Resetting {
  static final String GOOD = "quiet lamp under 9 stairs";

  final Workbench bench = new Workbench();
  final List<String> calls = new ArrayList<>();
  final PasswordHasher hasher =
      new PasswordHasher() {
        private final PasswordHasher plain = new PlainHasher();

        @Override
        public StoredHash hash(PasswordText password) {
          calls.add("hash");
          return plain.hash(password);
        }

        @Override
        public boolean matches(PasswordText password, StoredHash stored) {
          return plain.matches(password, stored);
        }
      };
  final ResetPassword reset = over(new RecordingResetStore(bench.resets, calls));
  ResetToken token = ResetToken.fresh(bench.hash(ADA), new SecureRandom());

  ResetPassword over(ResetStore store) {
    return new ResetPassword(
        store,
        bench.accounts,
        new PasswordDecryption(TestKeys.keys()),
        new PasswordPolicy(8, PasswordPolicy.MAX_LENGTH, BlockList.bundled()),
        hasher,
        "Rosebud Shop",
        bench.clock);
  }

  @BeforeEach
  void adaHoldsAToken() {
    token = issue();
  }

  ResetToken issue() {
    bench.clock.forward(Duration.ofMinutes(2));
    var passcode = bench.ask(ADA).passcode();
    var fresh = ResetToken.fresh(bench.hash(ADA), new SecureRandom());
    var now = bench.clock.instant();
    var issued =
        new IssuedToken(
            fresh.digest(),
            ADAS_ACCOUNT,
            Channel.EMAIL,
            now,
            now.plus(TestLimits.DEFAULT.resetTokenLife()));
    assertThat(bench.resets.exchange(bench.hash(ADA), passcode.nonce(), issued)).isTrue();
    return fresh;
  }

  ResetPasswordOutcome set(String password) {
    return set(password, PasswordEncryption.NONE);
  }

  ResetPasswordOutcome set(String password, PasswordEncryption encryption) {
    return reset.set(new NewPassword(Optional.of(token), password, encryption));
  }

  StoredAccount ada() {
    return bench.tables.stored(ADAS_ACCOUNT).orElseThrow();
  }
}
