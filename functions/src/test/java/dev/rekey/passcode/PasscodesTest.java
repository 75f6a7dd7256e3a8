package dev.rekey.passcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.keys.HmacKey;
import dev.rekey.keys.KeyBytes;
import dev.rekey.keys.ThrowAwayKeys;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Passcodes are derived: nothing to steal, nothing to bias, the same again for the same request.
 */
class PasscodesTest {
  private static final Instant NOW = ThrowAwayKeys.NOW;
  private static final EmailAddress ADA = EmailAddress.parse("ada@example.com").orElseThrow();
  private static final HmacKey KEY = new HmacKey(KeyBytes.of(new byte[KeyBytes.LENGTH]));

  private final SecureRandom random = new SecureRandom();
  private final Passcodes passcodes = new Passcodes(ThrowAwayKeys.keys(), random);

  @Test
  void r10_isUniformOverAMillionCodes() {
    int[] counts = new int[1000];
    int codes = 1_000_000;
    for (int i = 0; i < codes; i++) {
      var digits = Passcodes.derive(KEY, new Nonce("n" + i), ADA).digits();
      counts[Integer.parseInt(digits) / 1000]++;
    }
    double expected = codes / 1000.0;
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    // 999 degrees of freedom; the input is fixed, so this never flickers. 1,143 is the 99.9th
    // percentile.
    assertThat(chiSquare).isLessThan(1143);
  }

  /** Some words of 32 bits are left over from whole millions: they would favour low codes. */
  @Test
  void r10_aWordThatWouldFavourLowCodesIsPassedOver() {
    long fair = 4_294L * 1_000_000;
    int passedOver = 0;
    for (int i = 0; i < 20_000; i++) {
      var words = ByteBuffer.wrap(KEY.mac("passcode", "n" + i, "EMAIL", "ada@example.com", "0"));
      if (Integer.toUnsignedLong(words.getInt()) >= fair) {
        passedOver++;
        long next = Integer.toUnsignedLong(words.getInt()) % 1_000_000;
        assertThat(Passcodes.derive(KEY, new Nonce("n" + i), ADA).digits())
            .isEqualTo(String.format(Locale.ROOT, "%06d", next));
      }
    }
    assertThat(passedOver).as("of 20,000, expected 4.5; the input is fixed").isPositive();
  }

  @Test
  void r55_sameRequestGivesTheSameCodeAgain() {
    var issued = passcodes.issue(NOW, Duration.ofMinutes(5));

    assertThat(passcodes.digits(issued, ADA)).isPresent().isEqualTo(passcodes.digits(issued, ADA));
  }

  @Test
  void nonceAddressAndKeyAllChangeTheCode() {
    var other = new HmacKey(KeyBytes.random(random));
    var phone = new PhoneNumber("+447912345678", "GB");
    var bob = EmailAddress.parse("bob@example.com").orElseThrow();
    int same = 0;
    for (int i = 0; i < 50; i++) {
      var nonce = Nonce.fresh(random);
      var code = Passcodes.derive(KEY, nonce, ADA);
      same += code.equals(Passcodes.derive(KEY, Nonce.fresh(random), ADA)) ? 1 : 0;
      same += code.equals(Passcodes.derive(KEY, nonce, bob)) ? 1 : 0;
      same += code.equals(Passcodes.derive(KEY, nonce, phone)) ? 1 : 0;
      same += code.equals(Passcodes.derive(other, nonce, ADA)) ? 1 : 0;
    }

    assertThat(same).as("of 200 pairs, each equal by chance once in a million").isLessThan(3);
  }

  /** A thief of the table has nonce, address and the id of the key, but never the key. */
  @Test
  void r13_aStolenTableWithoutTheKeyGivesNoPasscode() {
    int derived = 0;
    for (int i = 0; i < 50; i++) {
      var nonce = Nonce.fresh(random);
      var guessed = new HmacKey(KeyBytes.random(random));
      var derivedByThief = Passcodes.derive(guessed, nonce, ADA);
      derived += derivedByThief.equals(Passcodes.derive(KEY, nonce, ADA)) ? 1 : 0;
    }

    assertThat(derived).as("of 50 passcodes, those derived without their key").isLessThan(2);
  }

  @Test
  void codeOfAKeyThatIsGoneMatchesNothing() {
    var issued = new IssuedPasscode(Nonce.fresh(random), "gone", NOW.plusSeconds(60));

    assertThat(passcodes.digits(issued, ADA)).isEmpty();
  }

  @Test
  void r11_isExpiredFromTheFirstInstantAfterItsLife() {
    var issued = passcodes.issue(NOW, Duration.ofMinutes(1));

    assertThat(issued.expiredAt(NOW.plusMillis(59_999))).isFalse();
    assertThat(issued.expiredAt(NOW.plusMillis(60_000))).isTrue();
  }

  @Test
  void r13_nonceHas128FreshBits() {
    var nonce = passcodes.issue(NOW, Duration.ofMinutes(1)).nonce();

    assertThat(nonce.text()).hasSize(22);
    assertThat(nonce).isNotEqualTo(passcodes.issue(NOW, Duration.ofMinutes(1)).nonce());
  }
}
