import cn.authing.sdk.java.dto.ResetPasswordDto;
import cn.authing.sdk.java.dto.ResetPasswordDto.PasswordEncryptType;
import cn.authing.sdk.java.dto.SystemInfoResp;
import java.security.GeneralSecurityException;
import org.bouncycastle.crypto.CryptoException;

/** How a password goes over the wire. */
enum Encryption {
  PLAIN,
  RSA,
  SM2;

  ResetPasswordDto of(SystemInfoResp system, String password)
      throws GeneralSecurityException, CryptoException {
    return switch (this) {
      case PLAIN -> plain(password);
      case RSA -> Encrypt.rsa(system, password);
      case SM2 -> Encrypt.sm2(system, password);
    };
  }

  static ResetPasswordDto plain(String password) {
    var reset = new ResetPasswordDto();
    reset.setPassword(password);
    return reset;
  }

  /** Clear text that claims to be a ciphertext. */
  static ResetPasswordDto falsely(PasswordEncryptType type, String password) {
    var reset = plain(password);
    reset.setPasswordEncryptType(type);
    return reset;
  }
}
