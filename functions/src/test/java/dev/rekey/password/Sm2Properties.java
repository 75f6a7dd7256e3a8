package dev.rekey.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.fuzz.Canary;
import dev.rekey.fuzz.Input;
import dev.rekey.keys.Sm2Pair;
import dev.rekey.keys.ThrowAwayKeys;
import dev.rekey.password.DecryptionOutcome.Decrypted;
import dev.rekey.password.DecryptionOutcome.Undecryptable;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.engines.SM2Engine.Mode;

/** Passwords that come under SM2, in any of the forms of contract section 4.3. */
public final class Sm2Properties {
  private static final PasswordDecryption DECRYPTION = new PasswordDecryption(ThrowAwayKeys.keys());
  private static final Sm2Pair PAIR =
      ThrowAwayKeys.keyring().sm2Pairs().newest(ThrowAwayKeys.NOW).key();

  /** Hex or Base64; with 04, without it, DER; C3 before or behind C2. */
  private static final int MOST_READINGS = 2 * 3 * 2;

  private static final int LONGEST = 8 * 1024;

  private Sm2Properties() {}

  public static void check(Input input) {
    var order = input.one(List.of(Mode.C1C3C2, Mode.C1C2C3));
    String sent = input.anyText();
    var readings = Sm2Reading.all(sent);
    assertThat(readings).hasSizeLessThanOrEqualTo(MOST_READINGS);
    readings.forEach(reading -> Canary.assertNotIn(reading.toString()));
    assertThat(DECRYPTION.decrypt(sent, PasswordEncryption.SM2)).isNotNull();

    byte[] clear = input.rest();
    if (clear.length > 0 && clear.length <= LONGEST) {
      assertThat(DECRYPTION.decrypt(encrypted(order, clear), PasswordEncryption.SM2))
          .isEqualTo(
              RsaProperties.password(order == Mode.C1C2C3 ? meant(clear) : clear)
                  .<DecryptionOutcome>map(Decrypted::new)
                  .orElseGet(Undecryptable::new));
    }
  }

  /** Clients that put C3 last send the Base64 of the password. */
  private static byte[] meant(byte[] clear) {
    return Optional.of(clear)
        .filter(bytes -> Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes))
        .map(bytes -> new String(bytes, UTF_8))
        .filter(text -> text.matches("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[A-Za-z0-9+/=]=)?"))
        .map(Base64.getDecoder()::decode)
        .filter(bytes -> Arrays.equals(Base64.getEncoder().encode(bytes), clear))
        .filter(bytes -> RsaProperties.password(bytes).isPresent())
        .orElse(clear);
  }

  private static String encrypted(Mode order, byte[] clear) {
    try {
      return Ciphertexts.sm2(PAIR, order, clear);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
