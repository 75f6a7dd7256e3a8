package dev.rekey.local.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import tools.jackson.databind.JsonNode;

/** Encrypts a password as clients do, with the keys that {@code /api/v3/system} gave out. */
enum Encryption {
  NONE {
    @Override
    String of(String password, JsonNode system) {
      return password;
    }
  },
  RSA {
    @Override
    String of(String password, JsonNode system) {
      var pem = system.path("rsa").path("publicKey").asString("");
      var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      try {
        var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return Base64.getEncoder().encodeToString(cipher.doFinal(password.getBytes(UTF_8)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("/api/v3/system gave no RSA key", e);
      }
    }
  },
  SM2 {
    @Override
    String of(String password, JsonNode system) {
      var curve = new ECDomainParameters(CustomNamedCurves.getByName("sm2p256v1"));
      var hex = system.path("sm2").path("publicKey").asString("");
      var point = curve.getCurve().decodePoint(HexFormat.of().parseHex(hex));
      var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
      var key = new ECPublicKeyParameters(point, curve);
      engine.init(true, new ParametersWithRandom(key, new SecureRandom()));
      var clear = password.getBytes(UTF_8);
      try {
        return HexFormat.of().formatHex(engine.processBlock(clear, 0, clear.length));
      } catch (InvalidCipherTextException e) {
        throw new IllegalStateException("/api/v3/system gave no SM2 key", e);
      }
    }
  };

  /** The text that goes over the wire. */
  abstract String of(String password, JsonNode system);
}
