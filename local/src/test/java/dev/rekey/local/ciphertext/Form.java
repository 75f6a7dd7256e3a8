package dev.rekey.local.ciphertext;

import dev.rekey.local.outside.Ciphertexts;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.engines.SM2Engine.Mode;

/** The forms that clients give a ciphertext, and who makes them. */
enum Form {
  /** JSEncrypt, iOS, Flutter, and whatever the users of the server SDKs take. */
  RSA_ON_ONE_LINE,
  /** JSEncrypt, one time in 256. */
  RSA_WITHOUT_LEADING_ZEROS,
  /** {@code openssl base64}, which ends the last line as well. */
  RSA_IN_LINES_OF_64,
  /** The default of Android's Base64, and Python's {@code encodebytes}. */
  RSA_IN_LINES_OF_76,
  /** The MIME encoder of Java, and .NET with line breaks. */
  RSA_IN_LINES_OF_CRLF,
  /** Variant A: sm-crypto, the mini-program, gmssl. */
  SM2_OF_SCRIPTS,
  SM2_OF_SCRIPTS_UPPER_CASE,
  /** Bouncy Castle. */
  SM2_OF_SCRIPTS_WITH_04,
  /** Variant B: Authing/password-encryption. */
  SM2_WITH_PREFIX,
  /** Variant C. */
  SM2_OF_ANDROID,
  SM2_OF_IOS,
  SM2_OF_MOBILE_WITHOUT_04,
  /** gmssl with mode 0: the order of variant C over the text itself. */
  SM2_OLD_ORDER,
  SM2_DER,
  SM2_BASE64,
  /** OpenSSL. */
  SM2_DER_BASE64;

  private static final int COORDINATE = 32;

  /** What goes as {@code passwordEncryptType}. */
  String type() {
    return name().startsWith("RSA") ? "rsa" : "sm2";
  }

  String of(Ciphertexts keys, String password) throws Exception {
    return switch (this) {
      case RSA_ON_ONE_LINE -> keys.rsa(password);
      case RSA_WITHOUT_LEADING_ZEROS -> keys.rsaWithoutLeadingZeros(password);
      case RSA_IN_LINES_OF_64 -> lines(64, "\n", keys.rsa(password)) + "\n";
      case RSA_IN_LINES_OF_76 -> lines(76, "\n", keys.rsa(password)) + "\n";
      case RSA_IN_LINES_OF_CRLF -> lines(76, "\r\n", keys.rsa(password));
      case SM2_OF_SCRIPTS -> keys.sm2OfScripts(password);
      case SM2_OF_SCRIPTS_UPPER_CASE -> upper(keys.sm2OfScripts(password));
      case SM2_OF_SCRIPTS_WITH_04 -> keys.sm2(Mode.C1C3C2, password);
      case SM2_WITH_PREFIX -> keys.sm2WithPrefix(password);
      case SM2_OF_ANDROID -> keys.sm2OfAndroid(password);
      case SM2_OF_IOS -> keys.sm2OfIos(password);
      case SM2_OF_MOBILE_WITHOUT_04 -> keys.sm2OfAndroid(password).substring(2);
      case SM2_OLD_ORDER -> keys.sm2(Mode.C1C2C3, password);
      case SM2_DER -> HexFormat.of().formatHex(der(keys.sm2(Mode.C1C3C2, password)));
      case SM2_BASE64 -> base64(HexFormat.of().parseHex(keys.sm2OfScripts(password)));
      case SM2_DER_BASE64 -> base64(der(keys.sm2(Mode.C1C3C2, password)));
    };
  }

  private static String lines(int columns, String end, String base64) {
    return base64.replaceAll("(.{" + columns + "})(?=.)", "$1" + end);
  }

  private static String upper(String hex) {
    return hex.toUpperCase(Locale.ROOT);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** SEQUENCE of x, y, C3 and C2 (GM/T 0009), from C1C3C2 with its 04. */
  private static byte[] der(String hex) throws IOException {
    var bytes = HexFormat.of().parseHex(hex);
    var sequence =
        new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(new BigInteger(1, part(bytes, 0))),
              new ASN1Integer(new BigInteger(1, part(bytes, 1))),
              new DEROctetString(part(bytes, 2)),
              new DEROctetString(Arrays.copyOfRange(bytes, 1 + 3 * COORDINATE, bytes.length))
            });
    return sequence.getEncoded();
  }

  private static byte[] part(byte[] bytes, int number) {
    int start = 1 + number * COORDINATE;
    return Arrays.copyOfRange(bytes, start, start + COORDINATE);
  }
}
