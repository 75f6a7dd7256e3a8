package dev.rekey.verifyreset;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.ADAS_ACCOUNT;
import static dev.rekey.memory.Workbench.ADAS_PHONE;
import static dev.rekey.memory.Workbench.DISABLED;
import static dev.rekey.memory.Workbench.NOBODY;
import static dev.rekey.memory.Workbench.SOURCE;
import static dev.rekey.memory.Workbench.UNVERIFIED;
import static dev.rekey.memory.Workbench.wrong;
import static dev.rekey.verifyreset.WrongCause.EXCHANGED_ALREADY;
import static dev.rekey.verifyreset.WrongCause.MISMATCH;
import static dev.rekey.verifyreset.WrongCause.MISMATCH_SHUT;
import static dev.rekey.verifyreset.WrongCause.NOT_A_PASSCODE;
import static dev.rekey.verifyreset.WrongCause.NO_ATTEMPT_LEFT_OR_NO_PASSCODE;
import static dev.rekey.verifyreset.WrongCause.NO_CONFIRMED_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.account.IssuedToken;
import dev.rekey.account.StoreUnavailable;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.audit.AuditEvent;
import dev.rekey.keys.Keys;
import dev.rekey.memory.RecordingResetStore;
import dev.rekey.memory.Workbench;
import dev.rekey.passcode.ChargeOutcome;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.OutboxEntry.ShutDue;
import dev.rekey.passcode.Passcode;
import dev.rekey.passcode.Passcodes;
import dev.rekey.passcode.ResetStore;
import dev.rekey.passcode.Source;
import dev.rekey.testing.TestKeys;
import dev.rekey.testing.TestLimits;
import dev.rekey.verifyreset.ExchangeOutcome.Exchanged;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proving a passcode, by a look or by an exchange. */
class ProofsTest {
  private final Workbench bench = new Workbench();
  private final List<String> calls = new ArrayList<>();
  private final RecordingResetStore resets = new RecordingResetStore(bench.resets, calls);

  /** Reads its keys anew for each comparison, and writes that down. */
  private final Passcodes passcodes =
      new Passcodes(
          new Keys(
              () -> {
                calls.add("compare");
                return TestKeys.keyring();
              },
              bench.clock,
              Duration.ofNanos(1)),
          new SecureRandom());

  private final PreCheckCode check = check(resets);
  private final VerifyReset verify = verify(resets);

  private PreCheckCode check(ResetStore store) {
    return new PreCheckCode(bench.hashes, new Attempt(passcodes, store), store, bench.clock);
  }

  private VerifyReset verify(ResetStore store) {
    return new VerifyReset(
        bench.hashes,
        new Attempt(passcodes, store),
        bench.accounts,
        store,
        TestLimits.DEFAULT,
        bench.clock,
        new SecureRandom());
  }

  private static Proof proof(Address address, Passcode passcode) {
    return new Proof(address, Optional.of(passcode));
  }

  private static Optional<Source> stranger(int number) {
    return Optional.of(new Source("stranger" + number, "stranger" + number));
  }

  private ExchangeOutcome exchange(Address address, Passcode passcode) {
    return verify.exchange(proof(address, passcode), SOURCE);
  }

  private AttemptOutcome look(Address address, Passcode passcode) {
    return check.check(proof(address, passcode), SOURCE);
  }

  private static ExchangeOutcome wrongBecause(WrongCause cause) {
    return new ExchangeOutcome.Wrong(cause);
  }

  @Test
  void r46_theAuditCallsAnAddressByItsHash() {
    var proof = new Proof(ADA, Optional.empty());
    assertThat(check.subject(proof)).isEqualTo(bench.hash(ADA).subject());
    assertThat(verify.subject(proof)).isEqualTo(bench.hash(ADA).subject());
  }

  @Test
  void r14_anAttemptIsChargedBeforeItIsCompared() {
    var passcode = bench.passcode(ADA);
    exchange(ADA, wrong(passcode));
    assertThat(calls).containsExactly("charge", "compare");
    calls.clear();
    bench.clock.forward(Duration.ofSeconds(1));
    exchange(ADA, passcode);
    assertThat(calls).containsExactly("charge", "compare", "exchange");
  }

  @Test
  void r14_withoutAChargeNothingIsCompared() {
    exchange(NOBODY, new Passcode("123456"));
    var passcode = bench.passcode(ADA);
    for (int i = 0; i < 5; i++) {
      bench.resets.charge(bench.hash(ADA), SOURCE, "o" + i, bench.clock.instant());
    }
    assertThat(exchange(ADA, passcode)).isEqualTo(wrongBecause(NO_ATTEMPT_LEFT_OR_NO_PASSCODE));
    assertThat(calls).containsExactly("charge", "charge");
  }

  @Test
  void whatCannotBeAPasscodeCostsNothing() {
    bench.ask(ADA);
    var none = new Proof(ADA, Optional.empty());
    assertThat(verify.exchange(none, SOURCE)).isEqualTo(wrongBecause(NOT_A_PASSCODE));
    assertThat(check.check(none, SOURCE)).isEqualTo(new AttemptOutcome.Wrong(NOT_A_PASSCODE));
    assertThat(calls).isEmpty();
  }

  @Test
  void theRightPasscodeIsExchangedForATokenOnce() {
    var passcode = bench.passcode(ADA);
    var exchanged = (Exchanged) exchange(ADA, passcode);
    assertThat(exchanged.life()).isEqualTo(TestLimits.DEFAULT.resetTokenLife());
    var now = bench.clock.instant();
    assertThat(bench.resets.token(bench.hash(ADA)))
        .contains(
            new IssuedToken(
                exchanged.token().digest(),
                ADAS_ACCOUNT,
                ADA.channel(),
                now,
                now.plus(exchanged.life())));
    assertThat(exchange(ADA, passcode)).isEqualTo(wrongBecause(NO_ATTEMPT_LEFT_OR_NO_PASSCODE));
  }

  @Test
  void r12_whoLosesTheRaceGetsNothing() {
    var passcode = bench.passcode(ADA);
    var late =
        new RecordingResetStore(bench.resets, calls) {
          @Override
          public boolean exchange(AddressHash address, Nonce proven, IssuedToken token) {
            return false;
          }

          @Override
          public boolean forgiveMisses(AddressHash address, Nonce proven, Instant now) {
            return false;
          }
        };
    var proof = proof(ADA, passcode);
    assertThat(verify(late).exchange(proof, SOURCE)).isEqualTo(wrongBecause(EXCHANGED_ALREADY));
    assertThat(check(late).check(proof, SOURCE))
        .isEqualTo(new AttemptOutcome.Wrong(NO_ATTEMPT_LEFT_OR_NO_PASSCODE));
  }

  static Stream<Address> strangers() {
    return Stream.of(NOBODY, DISABLED, UNVERIFIED);
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void r1_whoHasNoConfirmedAccountIsTheSameAsAWrongGuess(Address address) {
    var passcode = bench.passcode(address);
    assertThat(exchange(address, wrong(passcode))).isEqualTo(wrongBecause(MISMATCH));
    assertThat(exchange(address, passcode)).isEqualTo(wrongBecause(NO_CONFIRMED_ACCOUNT));
    assertThat(calls).doesNotContain("exchange");
  }

  @Test
  void onlyWhoKnowsThePasscodeLearnsThatItExpired() {
    var passcode = bench.passcode(ADAS_PHONE);
    bench.clock.forward(TestLimits.DEFAULT.smsPasscodeLife());
    assertThat(exchange(ADAS_PHONE, wrong(passcode))).isEqualTo(wrongBecause(MISMATCH));
    assertThat(exchange(ADAS_PHONE, passcode)).isEqualTo(new ExchangeOutcome.Expired());
    assertThat(look(ADAS_PHONE, passcode)).isEqualTo(new AttemptOutcome.Expired());
  }

  @Test
  void r11_aPasscodeIsGoodUntilItsLastMillisecond() {
    var passcode = bench.passcode(ADA);
    bench.clock.forward(TestLimits.DEFAULT.emailPasscodeLife().minusMillis(1));
    assertThat(exchange(ADA, passcode)).isInstanceOf(Exchanged.class);
  }

  @Test
  void aLookConsumesNothingAndForgivesTheMisses() {
    var passcode = bench.passcode(ADA);
    assertThat(look(ADA, wrong(passcode))).isEqualTo(new AttemptOutcome.Wrong(MISMATCH));
    assertThat(look(ADA, passcode)).isInstanceOf(AttemptOutcome.Right.class);
    assertThat(calls).contains("forgiveMisses").doesNotContain("exchange");
    assertThat(exchange(ADA, passcode)).isInstanceOf(Exchanged.class);
  }

  @Test
  void aLookCostsAnAttempt() {
    var passcode = bench.passcode(ADA);
    for (int i = 0; i < 5; i++) {
      assertThat(look(ADA, passcode)).isInstanceOf(AttemptOutcome.Right.class);
    }
    assertThat(look(ADA, passcode))
        .isEqualTo(new AttemptOutcome.Wrong(NO_ATTEMPT_LEFT_OR_NO_PASSCODE));
  }

  @Test
  void r14_r44_theFiftiethMissShutsTheAddressAndItsOwnerIsTold() {
    var guess = new Passcode("000000");
    ExchangeOutcome last = wrongBecause(MISMATCH);
    for (int misses = 0; misses < Limits.MISSES_IN_ALL; misses++) {
      if (misses % 5 == 0) {
        bench.clock.forward(Duration.ofDays(1));
        var right = bench.passcode(ADA);
        guess = wrong(right);
      }
      assertThat(last).isEqualTo(wrongBecause(MISMATCH));
      last = verify.exchange(proof(ADA, guess), stranger(misses));
    }
    assertThat(last).isEqualTo(wrongBecause(MISMATCH_SHUT));
    assertThat(MISMATCH_SHUT.event()).isEqualTo(AuditEvent.RECOVERY_SHUT);
    assertThat(Stream.of(WrongCause.values()).filter(cause -> cause != MISMATCH_SHUT))
        .extracting(WrongCause::event)
        .containsOnly(AuditEvent.AUTHN_PASSCODE_FAIL);
    assertThat(bench.tables.drain()).last().isInstanceOf(ShutDue.class);
    assertThat(exchange(ADA, guess)).isEqualTo(wrongBecause(NO_ATTEMPT_LEFT_OR_NO_PASSCODE));
    assertThat(bench.tables.drain()).isEmpty();
  }

  private void useUp() {
    for (int misses = 0; misses < Limits.MISSES_IN_ALL; misses++) {
      if (misses % 5 == 0) {
        bench.clock.forward(Duration.ofDays(1));
        bench.ask(ADA);
      }
      bench.resets.charge(
          bench.hash(ADA), stranger(misses), "miss " + misses, bench.clock.instant());
    }
    bench.tables.drain();
  }

  /** Its owner can be told with the next send, and not before: nothing says that it was shut. */
  @Test
  void anErasedAddressThatIsUsedUpIsNotCalledShut() {
    useUp();
    bench.resets.erase(bench.hash(ADA));
    assertThat(exchange(ADA, new Passcode("000000")))
        .isEqualTo(wrongBecause(NO_ATTEMPT_LEFT_OR_NO_PASSCODE));
    assertThat(bench.tables.drain()).isEmpty();
  }

  /** Whoever made the fiftieth miss died before it shut the address: the next one does. */
  @Test
  void r14_anExhaustedAddressIsShutByWhoeverComesNext() {
    useUp();
    assertThat(exchange(ADA, new Passcode("000000"))).isEqualTo(wrongBecause(MISMATCH_SHUT));
    assertThat(bench.tables.drain()).singleElement().isInstanceOf(ShutDue.class);
  }

  @Test
  void r47_aStoreOutOfReachOpensNoDoor() {
    var passcode = bench.passcode(ADA);
    var down =
        new RecordingResetStore(bench.resets, calls) {
          @Override
          public ChargeOutcome charge(
              AddressHash address, Optional<Source> source, String operation, Instant now) {
            throw new StoreUnavailable("charge", "timeout");
          }
        };
    var proof = proof(ADA, passcode);
    assertThatThrownBy(() -> verify(down).exchange(proof, SOURCE))
        .isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> check(down).check(proof, SOURCE)).isInstanceOf(StoreUnavailable.class);
    assertThat(calls).isEmpty();
  }
}
