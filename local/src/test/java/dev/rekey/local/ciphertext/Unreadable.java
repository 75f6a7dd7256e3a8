package dev.rekey.local.ciphertext;

import dev.rekey.local.outside.Ciphertexts;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.engines.SM2Engine.Mode;

/** Ciphertexts out of which nothing can be read. */
enum Unreadable {
  RSA_OF_ANOTHER_KEY("rsa", (_, text) -> Ciphertexts.ofAnother().rsa(text)),
  RSA_CUT_BY_A_BYTE("rsa", (keys, text) -> base64(cut(bytes(keys.rsa(text))))),
  RSA_CUT_BY_A_SIGN("rsa", (keys, text) -> keys.rsa(text).substring(1)),
  RSA_WITH_A_BYTE_MORE("rsa", (keys, text) -> base64(longer(bytes(keys.rsa(text))))),
  RSA_WITH_A_BIT_FLIPPED("rsa", (keys, text) -> base64(flipped(bytes(keys.rsa(text)), 128))),
  RSA_WITH_OAEP("rsa", Ciphertexts::oaep),
  RSA_OF_NO_TEXT("rsa", (keys, _) -> keys.rsa("RSA/ECB/PKCS1Padding", new byte[] {-1, -2, 65})),
  RSA_IN_HEX("rsa", (keys, text) -> HexFormat.of().formatHex(bytes(keys.rsa(text)))),
  RSA_OF_10_KILOBYTES("rsa", (_, _) -> base64(new byte[10_000])),
  RSA_THAT_IS_CLEAR_TEXT("rsa", (_, text) -> text),
  SM2_OF_ANOTHER_KEY("sm2", (_, text) -> Ciphertexts.ofAnother().sm2OfScripts(text)),
  SM2_CUT_BY_A_BYTE("sm2", (keys, text) -> hex(cut(unhex(keys.sm2OfScripts(text))))),
  SM2_CUT_BY_A_SIGN("sm2", (keys, text) -> keys.sm2OfScripts(text).substring(1)),
  SM2_WITH_A_BIT_OF_C1_FLIPPED("sm2", (keys, text) -> flippedAt(5, keys.sm2OfScripts(text))),
  SM2_WITH_A_BIT_OF_C3_FLIPPED("sm2", (keys, text) -> flippedAt(70, keys.sm2OfScripts(text))),
  SM2_WITH_A_BIT_OF_C2_FLIPPED("sm2", (keys, text) -> flippedAt(100, keys.sm2OfScripts(text))),
  SM2_OF_MOBILE_CUT_BY_A_BYTE("sm2", (keys, text) -> hex(cut(unhex(keys.sm2OfAndroid(text))))),
  SM2_OF_MOBILE_WITH_A_BIT_FLIPPED("sm2", (keys, text) -> flippedAt(70, keys.sm2OfAndroid(text))),
  SM2_OF_NOTHING("sm2", (keys, text) -> keys.sm2OfScripts(text).substring(0, 2 * 96)),
  SM2_OF_10_KILOBYTES("sm2", (keys, _) -> keys.sm2(Mode.C1C3C2, "x".repeat(10_000))),
  SM2_THAT_IS_CLEAR_TEXT("sm2", (_, text) -> text);

  final String type;

  @SuppressWarnings("ImmutableEnumChecker") // none of these functions has a state
  final Form.Encryption encryption;

  Unreadable(String type, Form.Encryption encryption) {
    this.type = type;
    this.encryption = encryption;
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] unhex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] cut(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length - 1);
  }

  private static byte[] longer(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length + 1);
  }

  private static String flippedAt(int index, String hex) {
    return hex(flipped(unhex(hex), index));
  }

  private static byte[] flipped(byte[] bytes, int index) {
    bytes[index] ^= 0x10;
    return bytes;
  }
}
