package dev.rekey.resetpassword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import com.sun.management.ThreadMXBean;
import dev.rekey.account.StoreUnavailable;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.AddressHash;
import dev.rekey.memory.RecordingResetStore;
import dev.rekey.password.ContextWord;
import dev.rekey.password.PasswordEncryption;
import dev.rekey.password.PolicyVerdict;
import dev.rekey.resetpassword.ResetPasswordOutcome.BadToken;
import dev.rekey.resetpassword.ResetPasswordOutcome.Done;
import dev.rekey.resetpassword.ResetPasswordOutcome.Undecryptable;
import dev.rekey.resetpassword.ResetPasswordOutcome.Unfit;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password that is refused costs the caller a count, and the token nothing. */
class RefusedPasswordTest extends Resetting {
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
}
