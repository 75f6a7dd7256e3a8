package dev.rekey.resetpassword;

import dev.rekey.testing.TestKeys;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;

/** Ciphertexts of blocks that no library would pad so. RFC 8017, section 7.2.2. */
final class RsaBlocks {
  private static final int LENGTH = 256;

  private RsaBlocks() {}

  /** Passwords that are refused, in Base64, by what is wrong with them. */
  static Map<String, String> refused() throws GeneralSecurityException {
    return Map.of(
        "right, too short", block(2, LENGTH - 6, "short"),
        "right, no text", block(2, LENGTH - 6, "\u00ff\u00fe..."),
        "another type", block(1, LENGTH - 6, "short"),
        "zero too early", block(2, 9, "\u0007".repeat(LENGTH - 10)),
        "no zero", block(2, LENGTH, ""));
  }

  /** The block 00, type, sevens up to a zero, and the message, each sign of it one byte. */
  private static String block(int type, int zeroAt, String message)
      throws GeneralSecurityException {
    var block = new byte[LENGTH];
    Arrays.fill(block, (byte) 7);
    block[0] = 0;
    block[1] = (byte) type;
    for (int i = zeroAt; i < LENGTH; i++) {
      block[i] = (byte) (i == zeroAt ? 0 : message.charAt(i - zeroAt - 1));
    }
    var pair = TestKeys.keyring().rsaPairs().keys().getFirst().key();
    var spec = new X509EncodedKeySpec(pair.publicInfo());
    var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(spec));
    return Base64.getEncoder().encodeToString(cipher.doFinal(block));
  }
}
