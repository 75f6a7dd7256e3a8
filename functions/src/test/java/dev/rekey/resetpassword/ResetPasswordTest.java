package dev.rekey.resetpassword;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.ADAS_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import com.sun.management.ThreadMXBean;
import dev.rekey.account.IssuedToken;
import dev.rekey.account.ResetToken;
import dev.rekey.account.StoreUnavailable;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.AddressHash;
import dev.rekey.address.Channel;
import dev.rekey.memory.RecordingResetStore;
import dev.rekey.memory.Workbench;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import dev.rekey.passcode.ResetStore;
import dev.rekey.password.BlockList;
import dev.rekey.password.ContextWord;
import dev.rekey.password.PasswordDecryption;
import dev.rekey.password.PasswordEncryption;
import dev.rekey.password.PasswordHasher;
import dev.rekey.password.PasswordPolicy;
import dev.rekey.password.PasswordText;
import dev.rekey.password.PolicyVerdict;
import dev.rekey.password.StoredHash;
import dev.rekey.resetpassword.ResetPasswordOutcome.BadToken;
import dev.rekey.resetpassword.ResetPasswordOutcome.Done;
import dev.rekey.resetpassword.ResetPasswordOutcome.Undecryptable;
import dev.rekey.resetpassword.ResetPasswordOutcome.Unfit;
import dev.rekey.testing.PlainHasher;
import dev.rekey.testing.TestKeys;
import dev.rekey.testing.TestLimits;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResetPasswordTest {
  private static final String GOOD = "quiet lamp under 9 stairs";

  private final Workbench bench = new Workbench();
  private final List<String> calls = new ArrayList<>();
  private final PasswordHasher hasher =
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
  private final ResetPassword reset = over(new RecordingResetStore(bench.resets, calls));
  private ResetToken token = ResetToken.fresh(bench.hash(ADA), new SecureRandom());

  private ResetPassword over(ResetStore store) {
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

  private ResetToken issue() {
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

  private ResetPasswordOutcome set(String password) {
    return set(password, PasswordEncryption.NONE);
  }

  private ResetPasswordOutcome set(String password, PasswordEncryption encryption) {
    return reset.set(new NewPassword(Optional.of(token), password, encryption));
  }

  private StoredAccount ada() {
    return bench.tables.stored(ADAS_ACCOUNT).orElseThrow();
  }

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

  @ParameterizedTest
  @CsvSource({
    "short,TooShort",
    "12345678,Common",
    "password1,Common",
    "ada-the-first,Context",
    "ADA@example.com,Context",
    "rosebud shop,Context"
  })
  void r33_aRefusedPasswordConsumesNothing(String password, String verdict) {
    assertThat(set(password))
        .isInstanceOfSatisfying(
            Unfit.class,
            unfit -> assertThat(unfit.verdict().getClass().getSimpleName()).isEqualTo(verdict));
    assertThat(calls).containsExactly("token", "countRefusal");
    assertThat(ada().epoch()).isEqualTo(7);
    assertThat(set(GOOD)).isInstanceOf(Done.class);
  }

  @Test
  void r28_theReasonNamesTheWord() {
    assertThat(set("ada-the-first"))
        .isEqualTo(new Unfit(new PolicyVerdict.Context(ContextWord.Kind.USER_NAME)));
    assertThat(set("ada@example.com"))
        .isEqualTo(new Unfit(new PolicyVerdict.Context(ContextWord.Kind.ADDRESS)));
    assertThat(set("+8613800138000"))
        .isEqualTo(new Unfit(new PolicyVerdict.Context(ContextWord.Kind.ADDRESS)));
    assertThat(set("RoseBud Shop"))
        .isEqualTo(new Unfit(new PolicyVerdict.Context(ContextWord.Kind.PRODUCT)));
  }

  @Test
  void r25_aPasswordIsNeverCut() {
    assertThat(set("x".repeat(1025))).isEqualTo(new Unfit(new PolicyVerdict.TooLong(1024)));
    assertThat(set("q7 ".repeat(341) + "z")).isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not base64!", "AAAA", GOOD})
  void whatCannotBeDecryptedConsumesNothing(String ciphertext) {
    assertThat(set(ciphertext, PasswordEncryption.RSA)).isEqualTo(new Undecryptable());
    assertThat(set(ciphertext, PasswordEncryption.SM2)).isEqualTo(new Undecryptable());
    assertThat(set(GOOD)).isInstanceOf(Done.class);
  }

  /** Work is told by the bytes that it allocates, which a busy machine does not change. */
  @Test
  void allRefusalsAreTheSameWork() {
    var undecryptable = "a\ud800"; // is no text, and takes no key that would hide the rest
    var texts = List.of(undecryptable, "short", "password123", "ada-the-first");
    texts.forEach(this::allocated); // classes are loaded once
    var bytes = texts.stream().map(this::allocated).toList();
    assertThat(bytes)
        .allSatisfy(one -> assertThat(one).isCloseTo(bytes.getLast(), withPercentage(10)));
  }

  /** A wrong padding, at whatever place, is no less work than a right one with a bad password. */
  @Test
  void allRefusalsOfRsaAreTheSameWork() throws Exception {
    var texts = RsaBlocks.refused();
    for (var text : texts.values()) {
      allocated(text, PasswordEncryption.RSA); // classes are loaded once
    }
    token = issue(); // each lives through ten refusals
    var bytes = new TreeMap<String, Long>();
    texts.forEach((name, text) -> bytes.put(name, allocated(text, PasswordEncryption.RSA)));
    assertThat(bytes.values())
        .allSatisfy(
            one -> assertThat(one).isCloseTo(bytes.get("right, too short"), withPercentage(5)));
  }

  private long allocated(String password) {
    return allocated(password, PasswordEncryption.NONE);
  }

  private long allocated(String password, PasswordEncryption encryption) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var before = threads.getCurrentThreadAllocatedBytes();
    var outcome = set(password, encryption);
    var bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(outcome).isNotInstanceOf(Done.class);
    return bytes;
  }

  @Test
  void aTokenLivesThroughTenRefusalsOfAnyKind() {
    for (int i = 0; i < 5; i++) {
      assertThat(set("short")).isInstanceOf(Unfit.class);
      assertThat(set("none", PasswordEncryption.RSA)).isEqualTo(new Undecryptable());
    }
    assertThat(set("short")).isEqualTo(new BadToken("UNKNOWN"));
    assertThat(set(GOOD))
        .as("nor does it decrypt or hash any more")
        .isEqualTo(new BadToken("UNKNOWN"));
  }

  @Test
  void aRefusalThatCannotBeCountedIsNotAnswered() {
    var down =
        new RecordingResetStore(bench.resets, calls) {
          @Override
          public boolean countRefusal(
              AddressHash address, TokenDigest digest, String operation, Instant now) {
            throw new StoreUnavailable("countRefusal", "timeout");
          }
        };
    var wanted = new NewPassword(Optional.of(token), "short", PasswordEncryption.NONE);
    assertThatThrownBy(() -> over(down).set(wanted)).isInstanceOf(StoreUnavailable.class);
  }

  /** Many calls at once have all read the token before the tenth refusal was counted. */
  @ParameterizedTest
  @CsvSource({"short, NONE", "none, RSA"})
  void invariant5_aRefusalThatIsOverTheCountIsNotAnswered(
      String password, PasswordEncryption encryption) {
    var overtaken =
        new RecordingResetStore(bench.resets, calls) {
          @Override
          public boolean countRefusal(
              AddressHash address, TokenDigest digest, String operation, Instant now) {
            return false;
          }
        };
    var wanted = new NewPassword(Optional.of(token), password, encryption);
    assertThat(over(overtaken).set(wanted)).isEqualTo(new BadToken("REFUSED_TOO_OFTEN"));
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
