package dev.rekey.password;

import dev.rekey.keys.RsaPair;
import dev.rekey.keys.Sm2Pair;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM2Engine.Mode;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/** Encrypts as a client would, for cases that no client makes by itself. */
public final class Ciphertexts {
  private Ciphertexts() {}

  public static String rsa(RsaPair pair, String padding, byte[] clear) throws Exception {
    var spec = new X509EncodedKeySpec(pair.publicInfo());
    var cipher = Cipher.getInstance("RSA/ECB/" + padding);
    cipher.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(spec));
    return Base64.getEncoder().encodeToString(cipher.doFinal(clear));
  }

  public static String sm2(Sm2Pair pair, Mode order, byte[] clear) throws Exception {
    var curve = new ECDomainParameters(CustomNamedCurves.getByName("sm2p256v1"));
    var point = curve.getCurve().decodePoint(HexFormat.of().parseHex(pair.publicHex()));
    var engine = new SM2Engine(order);
    var key = new ECPublicKeyParameters(point, curve);
    engine.init(true, new ParametersWithRandom(key, new SecureRandom()));
    return HexFormat.of().formatHex(engine.processBlock(clear, 0, clear.length));
  }
}
