package dev.rekey.local.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.outside.Api;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM2Engine.Mode;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/**
 * A password as each client encrypts it (contract section 4), under the public keys that the
 * service shows.
 */
record Ciphertexts(String rsaKey, String sm2Key) {
  private static final String SHOWN_POINT = "04";

  /** Under the keys of now. */
  static Ciphertexts of(Api api) {
    var system = api.get("/api/v3/system").json();
    return new Ciphertexts(
        system.path("rsa").path("publicKey").asString(),
        system.path("sm2").path("publicKey").asString());
  }

  /** PKCS #1 v1.5 in Base64. */
  String rsa(String password) throws GeneralSecurityException {
    return rsa("RSA/ECB/PKCS1Padding", password);
  }

  /** A padding that no client uses. */
  String oaep(String password) throws GeneralSecurityException {
    return rsa("RSA/ECB/OAEPWithSHA-1AndMGF1Padding", password);
  }

  /** Variant A: C1C3C2 without 04. */
  String sm2OfScripts(String password) throws InvalidCipherTextException {
    return sm2(Mode.C1C3C2, password).substring(SHOWN_POINT.length());
  }

  /** Variant B: the same behind a prefix. */
  String sm2WithPrefix(String password) throws InvalidCipherTextException {
    return "sm2:" + sm2OfScripts(password);
  }

  /** Variant C as Android sends it: C1C2C3 with 04 over the Base64 of the password. */
  String sm2OfAndroid(String password) throws InvalidCipherTextException {
    return sm2(Mode.C1C2C3, Base64.getEncoder().encodeToString(password.getBytes(UTF_8)));
  }

  /** Variant C as iOS sends it: in upper case. */
  String sm2OfIos(String password) throws InvalidCipherTextException {
    return sm2OfAndroid(password).toUpperCase(Locale.ROOT);
  }

  private String rsa(String transformation, String password) throws GeneralSecurityException {
    var base64 = rsaKey.replaceAll("-----[A-Z ]+-----|\\s", "");
    var key = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
    var cipher = Cipher.getInstance(transformation);
    cipher.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(key));
    return Base64.getEncoder().encodeToString(cipher.doFinal(password.getBytes(UTF_8)));
  }

  private String sm2(Mode order, String text) throws InvalidCipherTextException {
    var curve = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));
    var point = curve.getCurve().decodePoint(HexFormat.of().parseHex(sm2Key));
    var engine = new SM2Engine(order);
    var key = new ECPublicKeyParameters(point, curve);
    engine.init(true, new ParametersWithRandom(key, new SecureRandom()));
    var bytes = text.getBytes(UTF_8);
    return HexFormat.of().formatHex(engine.processBlock(bytes, 0, bytes.length));
  }
}
