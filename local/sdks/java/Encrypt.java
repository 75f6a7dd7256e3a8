// Encrypts a password for resetPassword; `system` is the answer of getSystemInfo().
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.authing.sdk.java.dto.ResetPasswordDto;
import cn.authing.sdk.java.dto.SystemInfoResp;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;

final class Encrypt {
  private Encrypt() {}

  static ResetPasswordDto rsa(SystemInfoResp system, String password)
      throws GeneralSecurityException {
    var base64 = system.getRsa().getPublicKey().replaceAll("-----[A-Z ]+-----|\\s", "");
    var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
    var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(spec));
    var reset = new ResetPasswordDto();
    reset.setPassword(Base64.getEncoder().encodeToString(cipher.doFinal(password.getBytes(UTF_8))));
    reset.setPasswordEncryptType(ResetPasswordDto.PasswordEncryptType.RSA);
    return reset;
  }

  /** By Bouncy Castle. */
  static ResetPasswordDto sm2(SystemInfoResp system, String password)
      throws InvalidCipherTextException {
    var curve = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));
    var point = HexFormat.of().parseHex(system.getSm2().getPublicKey());
    var key = new ECPublicKeyParameters(curve.getCurve().decodePoint(point), curve);
    var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(true, new ParametersWithRandom(key, new SecureRandom()));
    var text = password.getBytes(UTF_8);
    var reset = new ResetPasswordDto();
    reset.setPassword(HexFormat.of().formatHex(engine.processBlock(text, 0, text.length)));
    reset.setPasswordEncryptType(ResetPasswordDto.PasswordEncryptType.SM2);
    return reset;
  }
}
