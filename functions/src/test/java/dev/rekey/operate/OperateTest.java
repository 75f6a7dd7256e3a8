package dev.rekey.operate;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.ADAS_ACCOUNT;
import static dev.rekey.memory.Workbench.ADAS_PHONE;
import static dev.rekey.memory.Workbench.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.account.Suppression;
import dev.rekey.memory.Workbench;
import dev.rekey.operate.OperateOutcome.Compromised;
import dev.rekey.operate.OperateOutcome.Erased;
import dev.rekey.operate.OperateOutcome.Lifted;
import dev.rekey.operate.OperateOutcome.NoAccount;
import dev.rekey.operate.OperateOutcome.NotShut;
import dev.rekey.operate.OperateOutcome.NotSuppressed;
import dev.rekey.operate.OperateOutcome.NothingKnown;
import dev.rekey.operate.OperateOutcome.Opened;
import dev.rekey.operate.OperateOutcome.Shown;
import dev.rekey.passcode.AddressView;
import dev.rekey.passcode.Erasure;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperateTest {
  private final Workbench bench = new Workbench();
  private final Operate operate =
      new Operate(bench.hashes, bench.resets, bench.accounts, bench.clock);

  @Test
  void r38_thereIsNoOperationThatSetsAnythingAndNothingToSeeButTimesAndCounts() {
    assertThat(Operation.values())
        .containsExactly(
            Operation.SHOW,
            Operation.OPEN,
            Operation.ERASE,
            Operation.COMPROMISED,
            Operation.UNSUPPRESS);
    assertThat(AddressView.class.getRecordComponents())
        .extracting(RecordComponent::getGenericType)
        .allMatch(type ->
            type == long.class
                || type == Instant.class
                || type.getTypeName().equals("java.util.Optional<java.time.Instant>"));
  }

  @Test
  void showsWhatIsKnown() {
    assertThat(operate.run(Operation.SHOW, ADA)).isEqualTo(new NothingKnown());
    var due = bench.ask(ADA);
    assertThat(operate.run(Operation.SHOW, ADA))
        .isEqualTo(
            new Shown(
                Optional.of(
                    new AddressView(
                        Optional.empty(),
                        0,
                        1,
                        bench.clock.instant(),
                        Optional.of(due.passcode().expiresAt()),
                        Optional.empty())),
                Optional.empty()));
  }

  @Test
  void showsThatAnAddressGetsNoMailThoughNothingElseIsKept() {
    var why = new Suppression(bench.clock.instant(), Suppression.Cause.COMPLAINT);
    bench.accounts.suppress(ADA, bench.hash(ADA), why);
    assertThat(operate.run(Operation.SHOW, ADA))
        .isEqualTo(new Shown(Optional.empty(), Optional.of(why)));
  }

  @Test
  void letsAnAddressGetMailAgainAndSaysWhereItDidAllAlong() {
    assertThat(operate.run(Operation.UNSUPPRESS, ADA)).isEqualTo(new NotSuppressed());
    assertThat(operate.run(Operation.UNSUPPRESS, NOBODY)).isEqualTo(new NotSuppressed());
    var why = new Suppression(bench.clock.instant(), Suppression.Cause.BOUNCE);
    bench.accounts.suppress(ADA, bench.hash(ADA), why);
    assertThat(operate.run(Operation.UNSUPPRESS, ADA)).isEqualTo(new Lifted());
    assertThat(bench.accounts.suppression(ADA, bench.hash(ADA))).isEmpty();
    bench.clock.forward(Duration.ofSeconds(1));
    assertThat(operate.run(Operation.UNSUPPRESS, ADA)).isEqualTo(new NotSuppressed());
  }

  @Test
  void r46_theAuditCallsAnAddressByItsHash() {
    assertThat(operate.subject(ADA)).isEqualTo(bench.hash(ADA).subject());
  }

  @Test
  void opensWhatIsShutAndNothingElse() {
    assertThat(operate.run(Operation.OPEN, ADA)).isEqualTo(new NotShut());
    shut();
    assertThat(operate.run(Operation.OPEN, ADA)).isEqualTo(new Opened());
    assertThat(operate.run(Operation.OPEN, ADA)).isEqualTo(new NotShut());
  }

  @Test
  void r48_erasesAndSaysWhetherCountsAreKept() {
    assertThat(operate.run(Operation.ERASE, ADA)).isEqualTo(new Erased(Erasure.WHOLE));
    bench.ask(ADA);
    assertThat(operate.run(Operation.ERASE, ADA)).isEqualTo(new Erased(Erasure.WHOLE));
    assertThat(operate.run(Operation.SHOW, ADA)).isEqualTo(new NothingKnown());
    shut();
    assertThat(operate.run(Operation.ERASE, ADA)).isEqualTo(new Erased(Erasure.COUNTS_KEPT));
  }

  @Test
  void r30_takesTheKnownPasswordOfTheAccountOfAnAddress() {
    assertThat(operate.run(Operation.COMPROMISED, NOBODY)).isEqualTo(new NoAccount());
    assertThat(operate.run(Operation.COMPROMISED, ADAS_PHONE)).isEqualTo(new Compromised());
    var ada = bench.tables.stored(ADAS_ACCOUNT).orElseThrow();
    assertThat(ada.password()).isEmpty();
    assertThat(ada.epoch()).isEqualTo(8);
    assertThat(ada.compromisedAt()).contains(bench.clock.instant());
  }

  /** Whoever has the number now must not lose the password; that nothing was done is said. */
  @Test
  void r30_takesNoPasswordWhereTheAddressLeavesItsAccountMeanwhile() {
    var meanwhile =
        new Operate(
            bench.hashes,
            bench.resets,
            bench.accounts,
            () -> {
              var email = new StoredAddress("ada@example.com", true);
              bench.tables.put(
                  Workbench.account("ada", true, Optional.of(email), Optional.empty()));
              return bench.clock.instant();
            });
    assertThat(meanwhile.run(Operation.COMPROMISED, ADAS_PHONE)).isEqualTo(new NoAccount());
    var ada = bench.tables.stored(ADAS_ACCOUNT).orElseThrow();
    assertThat(ada.epoch()).isEqualTo(7);
    assertThat(ada.compromisedAt()).isEmpty();
  }

  private void shut() {
    for (int miss = 0; miss < 50; miss++) {
      if (miss % 10 == 0) {
        bench.clock.forward(Duration.ofDays(1));
        bench.ask(ADA);
      }
      bench.resets.charge(
          bench.hash(ADA), Optional.empty(), UUID.randomUUID().toString(), bench.clock.instant());
    }
    bench.resets.shut(bench.hash(ADA), bench.clock.instant());
  }
}
