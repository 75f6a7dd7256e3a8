package dev.rekey.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.fuzz.Input;
import dev.rekey.keys.RsaPair;
import dev.rekey.keys.ThrowAwayKeys;
import dev.rekey.password.DecryptionOutcome.Decrypted;
import dev.rekey.password.DecryptionOutcome.Undecryptable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Passwords that come under RSA: a text that may be any, and a padding that may be any under a true
 * encryption, held against a plain reading of RFC 8017 section 7.2.2.
 */
public final class RsaProperties {
  private static final PasswordDecryption DECRYPTION = new PasswordDecryption(ThrowAwayKeys.keys());
  private static final RsaPair PAIR =
      ThrowAwayKeys.keyring().rsaPairs().newest(ThrowAwayKeys.NOW).key();
  private static final int BLOCK = 256;
  private static final int LEAST_PADDING = 8;

  private RsaProperties() {}

  public static void check(Input input) {
    String sent = input.anyText();
    assertThat(DECRYPTION.decrypt(sent, PasswordEncryption.RSA)).isNotNull();
    var clear = PasswordText.parse(sent).<DecryptionOutcome>map(Decrypted::new);
    assertThat(DECRYPTION.decrypt(sent, PasswordEncryption.NONE))
        .isEqualTo(clear.orElseGet(Undecryptable::new));

    byte[] block = Arrays.copyOf(input.rest(), BLOCK);
    var expected = unpadded(block);
    var unpadded = Pkcs1Block.unpad(block);
    assertThat(unpadded.good()).isEqualTo(expected.isPresent());
    expected.ifPresent(message -> assertThat(unpadded.message()).isEqualTo(message));
    block[0] = 0; // below the modulus
    assertThat(DECRYPTION.decrypt(encrypted(block), PasswordEncryption.RSA))
        .isEqualTo(
            unpadded(block)
                .flatMap(RsaProperties::password)
                .<DecryptionOutcome>map(Decrypted::new)
                .orElseGet(Undecryptable::new));
  }

  private static String encrypted(byte[] block) {
    try {
      return Ciphertexts.rsa(PAIR, "NoPadding", block);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<byte[]> unpadded(byte[] block) {
    int end = 2;
    while (end < block.length && block[end] != 0) {
      end++;
    }
    boolean good = block[0] == 0 && block[1] == 2 && end < block.length && end - 2 >= LEAST_PADDING;
    return good ? Optional.of(Arrays.copyOfRange(block, end + 1, block.length)) : Optional.empty();
  }

  static Optional<PasswordText> password(byte[] bytes) {
    try {
      return PasswordText.parse(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
