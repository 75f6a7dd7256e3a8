package dev.rekey.password;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rekey.keys.Keyring;
import dev.rekey.keys.RsaPair;
import java.time.Instant;
import java.util.Base64;

/**
 * The public keys that clients encrypt passwords with (contract section 4.1).
 *
 * @param rsa PEM of the SubjectPublicKeyInfo: 64 columns, LF, and an LF at the end, which one
 *     client cannot do without
 * @param sm2 130 lower-case hex characters, uncompressed, beginning with 04
 */
public record PublicKeys(String rsa, String sm2) {
  private static final int COLUMNS = 64;

  /**
   * Those of the newest pairs that are ready.
   *
   * @throws IllegalStateException when none is ready yet
   */
  public static PublicKeys of(Keyring keyring, Instant now) {
    return new PublicKeys(
        pem(keyring.rsaPairs().newest(now).key()),
        keyring.sm2Pairs().newest(now).key().publicHex());
  }

  private static String pem(RsaPair pair) {
    var encoder = Base64.getMimeEncoder(COLUMNS, "\n".getBytes(US_ASCII));
    return "-----BEGIN PUBLIC KEY-----\n"
        + encoder.encodeToString(pair.publicInfo())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
