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
  RSA_ON_ONE_LINE("rsa", Ciphertexts::rsa),

  /** JSEncrypt, one time in 256. */
  RSA_WITHOUT_LEADING_ZEROS("rsa", Ciphertexts::rsaWithoutLeadingZeros),

  /** {@code openssl base64}, which ends the last line as well. */
  RSA_IN_LINES_OF_64("rsa", (keys, text) -> lines(64, "\n", keys.rsa(text)) + "\n"),

  /** The default of Android's Base64, and Python's {@code encodebytes}. */
  RSA_IN_LINES_OF_76("rsa", (keys, text) -> lines(76, "\n", keys.rsa(text)) + "\n"),

  /** The MIME encoder of Java, and .NET with line breaks. */
  RSA_IN_LINES_OF_CRLF("rsa", (keys, text) -> lines(76, "\r\n", keys.rsa(text))),

  /** Variant A: sm-crypto, the mini-program, gmssl. */
  SM2_OF_SCRIPTS("sm2", Ciphertexts::sm2OfScripts),
  SM2_OF_SCRIPTS_UPPER_CASE("sm2", (keys, text) -> upper(keys.sm2OfScripts(text))),

  /** Bouncy Castle. */
  SM2_OF_SCRIPTS_WITH_04("sm2", (keys, text) -> keys.sm2(Mode.C1C3C2, text)),

  /** Variant B: Authing/password-encryption. */
  SM2_WITH_PREFIX("sm2", Ciphertexts::sm2WithPrefix),

  /** Variant C. */
  SM2_OF_ANDROID("sm2", Ciphertexts::sm2OfAndroid),
  SM2_OF_IOS("sm2", Ciphertexts::sm2OfIos),
  SM2_OF_MOBILE_WITHOUT_04("sm2", (keys, text) -> keys.sm2OfAndroid(text).substring(2)),

  /** gmssl with mode 0: the order of variant C over the text itself. */
  SM2_OLD_ORDER("sm2", (keys, text) -> keys.sm2(Mode.C1C2C3, text)),
  SM2_DER("sm2", (keys, text) -> HexFormat.of().formatHex(der(keys.sm2(Mode.C1C3C2, text)))),
  SM2_BASE64("sm2", (keys, text) -> base64(HexFormat.of().parseHex(keys.sm2OfScripts(text)))),

  /** OpenSSL. */
  SM2_DER_BASE64("sm2", (keys, text) -> base64(der(keys.sm2(Mode.C1C3C2, text))));

  /** Encrypts as one client does. */
  interface Encryption {
    String of(Ciphertexts keys, String password) throws Exception;
  }

  private static final int COORDINATE = 32;

  final String type;

  @SuppressWarnings("ImmutableEnumChecker") // none of these functions has a state
  final Encryption encryption;

  Form(String type, Encryption encryption) {
    this.type = type;
    this.encryption = encryption;
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
