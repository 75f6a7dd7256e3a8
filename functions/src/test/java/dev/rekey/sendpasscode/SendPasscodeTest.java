package dev.rekey.sendpasscode;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.ADAS_PHONE;
import static dev.rekey.memory.Workbench.DISABLED;
import static dev.rekey.memory.Workbench.NOBODY;
import static dev.rekey.memory.Workbench.SOURCE;
import static dev.rekey.memory.Workbench.UNVERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.AccountDirectory;
import dev.rekey.address.Address;
import dev.rekey.memory.Workbench;
import dev.rekey.message.Language;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.RequestOutcome;
import dev.rekey.passcode.RequestOutcome.Cause;
import dev.rekey.passcode.RequestOutcome.Requested;
import dev.rekey.passcode.RequestOutcome.Silenced;
import dev.rekey.passcode.RequestOutcome.TooSoon;
import dev.rekey.testing.TestLimits;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SendPasscodeTest {
  private final Workbench bench = new Workbench();
  private final SendPasscode send =
      new SendPasscode(
          bench.hashes, bench.passcodes, bench.resets, TestLimits.DEFAULT, bench.clock);

  private RequestOutcome to(Address address) {
    return send.to(address, SOURCE, Language.JA_JP, "request");
  }

  static Stream<Address> everybody() {
    return Stream.of(ADA, ADAS_PHONE, NOBODY, DISABLED, UNVERIFIED);
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void r1_everybodyIsServedAlike(Address address) {
    assertThat(to(address)).isEqualTo(new Requested());
    assertThat(to(address)).isEqualTo(new TooSoon());
    for (int i = 0; i < 3; i++) {
      bench.clock.forward(Duration.ofSeconds(60));
      assertThat(to(address)).isEqualTo(new Requested());
    }
    bench.clock.forward(Duration.ofSeconds(60));
    assertThat(to(address)).isEqualTo(new Silenced(Cause.SENDS_OF_THE_SOURCE));
  }

  @Test
  void r2_noAccountIsWithinReach() {
    assertThat(Arrays.stream(SendPasscode.class.getDeclaredFields()))
        .noneMatch(field -> AccountDirectory.class.isAssignableFrom(field.getType()));
  }

  @Test
  void theWishToSendIsStoredWithThePasscode() {
    to(ADAS_PHONE);
    var due = (PasscodeDue) bench.tables.drain().getFirst();
    assertThat(due.address()).isEqualTo(ADAS_PHONE);
    assertThat(due.requestId()).isEqualTo("request");
    assertThat(due.language()).isEqualTo(Language.JA_JP);
    assertThat(due.passcode().expiresAt())
        .isEqualTo(bench.clock.instant().plus(TestLimits.DEFAULT.smsPasscodeLife()));
  }

  @Test
  void aMailsPasscodeLivesLonger() {
    to(ADA);
    var due = (PasscodeDue) bench.tables.drain().getFirst();
    assertThat(due.passcode().expiresAt())
        .isEqualTo(bench.clock.instant().plus(TestLimits.DEFAULT.emailPasscodeLife()));
  }

  @Test
  void r46_theAuditsNameIsNotTheAddress() {
    assertThat(send.subject(ADA))
        .isEqualTo(bench.hash(ADA).subject())
        .isNotEqualTo(send.subject(NOBODY))
        .doesNotContain("ada");
  }
}
