package dev.rekey.keyrotation;

import dev.rekey.keys.Keyring;
import dev.rekey.keys.KeyringJson;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.time.Instant;
import java.util.Base64;

/** A keyring that every reader accepts, with an RSA pair whose halves do not belong together. */
final class BrokenPair {
  private BrokenPair() {}

  /** The JSON of the keyring with that pair as its newest one. */
  static String in(Keyring keyring, Instant now) {
    var next = new NextKeys(new SecureRandom(), Rotation.CACHE_AGE).after(keyring, now);
    var good = KeyringJson.write(next);
    int from = good.indexOf("\"key\":\"", good.indexOf("\"rsa\":[")) + "\"key\":\"".length();
    return good.substring(0, from) + pkcs8() + good.substring(good.indexOf('"', from));
  }

  private static String pkcs8() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var one = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
      var other = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
      var mixed =
          new RSAPrivateCrtKeySpec(
              one.getModulus(),
              one.getPublicExponent(),
              other.getPrivateExponent(),
              other.getPrimeP(),
              other.getPrimeQ(),
              other.getPrimeExponentP(),
              other.getPrimeExponentQ(),
              other.getCrtCoefficient());
      var key = KeyFactory.getInstance("RSA").generatePrivate(mixed);
      return Base64.getEncoder().encodeToString(key.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("RSA is part of every Java", e);
    }
  }
}
