package dev.rekey.local.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM2Engine.Mode;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/**
 * A password as each client encrypts it (contract section 4), under the public keys that the
 * service shows.
 */
public record Ciphertexts(String rsaKey, String sm2Key) {
  private static final String SHOWN_POINT = "04";
  private static final ECDomainParameters CURVE =
      new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

  /** Under the keys of now. */
  public static Ciphertexts of(Api api) {
    var system = api.get("/api/v3/system").json();
    return new Ciphertexts(
        system.path("rsa").path("publicKey").asString(),
        system.path("sm2").path("publicKey").asString());
  }

  /** Under keys that the service has never seen. */
  public static Ciphertexts ofAnother() throws GeneralSecurityException {
    var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic().getEncoded();
    var scalar = new BigInteger(CURVE.getN().bitLength() - 1, new SecureRandom());
    var point = CURVE.getG().multiply(scalar).normalize().getEncoded(false);
    return new Ciphertexts(
        Base64.getEncoder().encodeToString(rsa), HexFormat.of().formatHex(point));
  }

  /** PKCS #1 v1.5 in Base64. */
  public String rsa(String password) throws GeneralSecurityException {
    return rsa("RSA/ECB/PKCS1Padding", password.getBytes(UTF_8));
  }

  /** A padding that no client uses. */
  public String oaep(String password) throws GeneralSecurityException {
    return rsa("RSA/ECB/OAEPWithSHA-1AndMGF1Padding", password.getBytes(UTF_8));
  }

  /** As JSEncrypt sends one that begins with a zero byte: without it. */
  public String rsaWithoutLeadingZeros(String password) throws GeneralSecurityException {
    while (true) {
      var bytes = Base64.getDecoder().decode(rsa(password));
      if (bytes[0] == 0) {
        var number = new BigInteger(1, bytes);
        var shortest = Arrays.copyOfRange(bytes, bytes.length - length(number), bytes.length);
        return Base64.getEncoder().encodeToString(shortest);
      }
    }
  }

  private static int length(BigInteger number) {
    return (number.bitLength() + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** Variant A: C1C3C2 without 04. */
  public String sm2OfScripts(String password) throws InvalidCipherTextException {
    return sm2(Mode.C1C3C2, password).substring(SHOWN_POINT.length());
  }

  /** Variant B: the same behind a prefix. */
  public String sm2WithPrefix(String password) throws InvalidCipherTextException {
    return "sm2:" + sm2OfScripts(password);
  }

  /** Variant C as Android sends it: C1C2C3 with 04 over the Base64 of the password. */
  public String sm2OfAndroid(String password) throws InvalidCipherTextException {
    return sm2(Mode.C1C2C3, Base64.getEncoder().encodeToString(password.getBytes(UTF_8)));
  }

  /** Variant C as iOS sends it: in upper case. */
  public String sm2OfIos(String password) throws InvalidCipherTextException {
    return sm2OfAndroid(password).toUpperCase(Locale.ROOT);
  }

  /** C1 and a true C3 alone, as sm-crypto makes of an empty password; Bouncy Castle makes none. */
  public String sm2OfNothing() {
    var scalar = new BigInteger(CURVE.getN().bitLength() - 1, new SecureRandom());
    var shared =
        CURVE
            .getCurve()
            .decodePoint(HexFormat.of().parseHex(sm2Key))
            .multiply(scalar)
            .normalize()
            .getEncoded(false);
    var digest = new SM3Digest();
    digest.update(shared, 1, shared.length - 1); // x and y, with nothing between them
    var hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    var point = CURVE.getG().multiply(scalar).normalize().getEncoded(false);
    return HexFormat.of().formatHex(point).substring(SHOWN_POINT.length())
        + HexFormat.of().formatHex(hash);
  }

  /** Hex with 04, of any text. */
  public String sm2(Mode order, String text) throws InvalidCipherTextException {
    var engine = new SM2Engine(order);
    var point = CURVE.getCurve().decodePoint(HexFormat.of().parseHex(sm2Key));
    var key = new ECPublicKeyParameters(point, CURVE);
    engine.init(true, new ParametersWithRandom(key, new SecureRandom()));
    var bytes = text.getBytes(UTF_8);
    return HexFormat.of().formatHex(engine.processBlock(bytes, 0, bytes.length));
  }

  /** RSA of bytes that need not be text. */
  public String rsa(String transformation, byte[] bytes) throws GeneralSecurityException {
    var base64 = rsaKey.replaceAll("-----[A-Z ]+-----|\\s", "");
    var key = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
    var cipher = Cipher.getInstance(transformation);
    cipher.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(key));
    return Base64.getEncoder().encodeToString(cipher.doFinal(bytes));
  }
}
