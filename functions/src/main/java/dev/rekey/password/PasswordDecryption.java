package dev.rekey.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.keys.Keyed;
import dev.rekey.keys.Keys;
import dev.rekey.password.DecryptionOutcome.Decrypted;
import dev.rekey.password.DecryptionOutcome.Undecryptable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * Decrypts a password that a client sent (contract section 4). Every listed key is tried, for a
 * client may hold a public key from before a rotation. Thread-safe.
 */
public final class PasswordDecryption {
  /**
   * More than the longest allowed password needs in any form: 1024 code points, Base64, SM2, hex.
   * In characters.
   */
  private static final int MAX_CIPHERTEXT = 16 * 1024;

  private final Keys keys;

  /** Reads no keys yet. */
  public PasswordDecryption(Keys keys) {
    this.keys = keys;
  }

  /**
   * Decrypts; one refusal for all causes.
   *
   * @param text what stood in the field, ciphertext or clear text as the type says
   * @throws dev.rekey.keys.KeysUnavailable when the keys cannot be read
   */
  public DecryptionOutcome decrypt(String text, PasswordEncryption type) {
    if (type == PasswordEncryption.NONE) {
      return outcome(PasswordText.parse(text));
    }
    if (text.length() > MAX_CIPHERTEXT) {
      return new Undecryptable();
    }
    return outcome(type == PasswordEncryption.RSA ? rsa(text) : sm2(text));
  }

  private static DecryptionOutcome outcome(Optional<PasswordText> password) {
    return password.<DecryptionOutcome>map(Decrypted::new).orElseGet(Undecryptable::new);
  }

  /**
   * All keys are tried whether or not an earlier one fits, so that the time does not tell which one
   * it was.
   */
  private Optional<PasswordText> rsa(String text) {
    var ciphertext = base64(text);
    return keys.current().rsaPairs().keys().stream()
        .map(pair ->
            ciphertext.flatMap(pair.key()::decryptRaw).flatMap(PasswordDecryption::unpadded))
        .toList()
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<PasswordText> unpadded(byte[] block) {
    var unpadded = Pkcs1Block.unpad(block);
    var password =
        utf8(unpadded.message()); // decoded in any case: the same work for good and bad padding
    return unpadded.good() ? password : Optional.empty();
  }

  private Optional<PasswordText> sm2(String text) {
    var readings = Sm2Reading.all(text);
    return keys.current().sm2Pairs().keys().stream()
        .map(Keyed::key)
        .flatMap(pair -> readings.stream().map(reading -> reading.decrypt(pair)))
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(PasswordDecryption::utf8);
  }

  private static Optional<PasswordText> utf8(byte[] bytes) {
    return text(bytes).flatMap(PasswordText::parse);
  }

  /** Strict UTF-8, or nothing; without an exception, whose stack trace would take its own time. */
  static Optional<String> text(byte[] bytes) {
    var text = CharBuffer.allocate(bytes.length);
    var result = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
    return result.isError() ? Optional.empty() : Optional.of(text.flip().toString());
  }

  /** Standard Base64; line breaks are allowed in it and nothing else (contract section 9). */
  static Optional<byte[]> base64(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text.replace("\r", "").replace("\n", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
