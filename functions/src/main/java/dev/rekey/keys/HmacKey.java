package dev.rekey.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for HMAC-SHA-256 over texts. Every text is hashed with its length in front, so that no two
 * lists of texts give the same input ({@code "ab","c"} and {@code "a","bc"} differ), and the first
 * one names the purpose, so that a value made for one purpose is worth nothing for another.
 * Immutable, thread-safe.
 *
 * @param key the key, hidden
 */
public record HmacKey(KeyBytes key) {

  /**
   * The keyed hash of the parts, for one purpose.
   *
   * @param purpose what the value is for, a constant of the caller
   * @param parts the texts, well-formed UTF-16 in a form that the caller has normalised
   * @return 32 bytes that belong to the caller
   */
  public byte[] mac(String purpose, String... parts) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.copy(), "HmacSHA256"));
      update(mac, purpose);
      for (var part : parts) {
        update(mac, part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every Java", e);
    }
  }

  private static void update(Mac mac, String text) {
    var bytes = text.getBytes(UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    mac.update(bytes);
  }

  @Override
  public String toString() {
    return "HmacKey[hidden]";
  }
}
