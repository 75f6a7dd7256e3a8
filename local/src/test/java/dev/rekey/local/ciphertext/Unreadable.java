package dev.rekey.local.ciphertext;

import dev.rekey.local.outside.Ciphertexts;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.engines.SM2Engine.Mode;

/** Ciphertexts out of which nothing can be read. */
enum Unreadable {
  RSA_OF_ANOTHER_KEY,
  RSA_CUT_BY_A_BYTE,
  RSA_CUT_BY_A_SIGN,
  RSA_WITH_A_BYTE_MORE,
  RSA_WITH_A_BIT_FLIPPED,
  RSA_WITH_OAEP,
  RSA_OF_NO_TEXT,
  RSA_IN_HEX,
  RSA_OF_10_KILOBYTES,
  RSA_THAT_IS_CLEAR_TEXT,
  SM2_OF_ANOTHER_KEY,
  SM2_CUT_BY_A_BYTE,
  SM2_CUT_BY_A_SIGN,
  SM2_WITH_A_BIT_OF_C1_FLIPPED,
  SM2_WITH_A_BIT_OF_C3_FLIPPED,
  SM2_WITH_A_BIT_OF_C2_FLIPPED,
  SM2_OF_MOBILE_CUT_BY_A_BYTE,
  SM2_OF_MOBILE_WITH_A_BIT_FLIPPED,
  SM2_OF_NOTHING,
  SM2_OF_10_KILOBYTES,
  SM2_THAT_IS_CLEAR_TEXT;

  /** What goes as {@code passwordEncryptType}. */
  String type() {
    return name().startsWith("RSA") ? "rsa" : "sm2";
  }

  String of(Ciphertexts keys, String password) throws Exception {
    return switch (this) {
      case RSA_OF_ANOTHER_KEY -> Ciphertexts.ofAnother().rsa(password);
      case RSA_CUT_BY_A_BYTE -> base64(cut(bytes(keys.rsa(password))));
      case RSA_CUT_BY_A_SIGN -> keys.rsa(password).substring(1);
      case RSA_WITH_A_BYTE_MORE -> base64(longer(bytes(keys.rsa(password))));
      case RSA_WITH_A_BIT_FLIPPED -> base64(flipped(bytes(keys.rsa(password)), 128));
      case RSA_WITH_OAEP -> keys.oaep(password);
      case RSA_OF_NO_TEXT -> keys.rsa("RSA/ECB/PKCS1Padding", new byte[] {-1, -2, 65});
      case RSA_IN_HEX -> HexFormat.of().formatHex(bytes(keys.rsa(password)));
      case RSA_OF_10_KILOBYTES -> base64(new byte[10_000]);
      case RSA_THAT_IS_CLEAR_TEXT -> password;
      case SM2_OF_ANOTHER_KEY -> Ciphertexts.ofAnother().sm2OfScripts(password);
      case SM2_CUT_BY_A_BYTE -> hex(cut(unhex(keys.sm2OfScripts(password))));
      case SM2_CUT_BY_A_SIGN -> keys.sm2OfScripts(password).substring(1);
      case SM2_WITH_A_BIT_OF_C1_FLIPPED -> flippedAt(5, keys.sm2OfScripts(password));
      case SM2_WITH_A_BIT_OF_C3_FLIPPED -> flippedAt(70, keys.sm2OfScripts(password));
      case SM2_WITH_A_BIT_OF_C2_FLIPPED -> flippedAt(100, keys.sm2OfScripts(password));
      case SM2_OF_MOBILE_CUT_BY_A_BYTE -> hex(cut(unhex(keys.sm2OfAndroid(password))));
      case SM2_OF_MOBILE_WITH_A_BIT_FLIPPED -> flippedAt(70, keys.sm2OfAndroid(password));
      case SM2_OF_NOTHING -> keys.sm2OfNothing();
      case SM2_OF_10_KILOBYTES -> keys.sm2(Mode.C1C3C2, "x".repeat(10_000));
      case SM2_THAT_IS_CLEAR_TEXT -> password;
    };
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
