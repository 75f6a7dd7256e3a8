package dev.rekey.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts addresses at rest: AES-256-GCM, bound to the item that holds them, so that a value moved
 * to another item opens no more. Thread-safe. The sealed form is {@code keyId.base64url(iv +
 * ciphertext + tag)}.
 */
public final class AddressSeal {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int IV_LENGTH = 12;
  private static final int TAG_LENGTH = 16;

  private final Keys keys;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * The random source must be cryptographically secure: each sealing takes a fresh iv of 96 bits
   * from it.
   */
  public AddressSeal(Keys keys, InstantSource clock, SecureRandom random) {
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Seals a text under the newest key.
   *
   * @param boundTo the table key of the item that will hold it
   * @throws KeysUnavailable when the keys cannot be read
   */
  public String seal(String clear, String boundTo) {
    var key = keys.current().sealKeys().newest(clock.instant());
    var iv = new byte[IV_LENGTH];
    random.nextBytes(iv);
    try {
      var sealed =
          cipher(Cipher.ENCRYPT_MODE, key.key(), iv, boundTo).doFinal(clear.getBytes(UTF_8));
      var whole = ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array();
      return key.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java", e);
    }
  }

  /**
   * Opens what {@link #seal} made for the same item. An unknown key id causes one reload of the
   * keys.
   *
   * @return nothing when it was altered, moved, cut, or sealed under a key that is no longer listed
   * @throws KeysUnavailable when the keys cannot be read
   */
  public Optional<String> open(String sealed, String boundTo) {
    var dot = sealed.indexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    var id = sealed.substring(0, dot);
    return keys.find(keyring -> keyring.sealKeys().byId(id))
        .flatMap(key -> open(key, sealed.substring(dot + 1), boundTo));
  }

  private static Optional<String> open(KeyBytes key, String text, String boundTo) {
    try {
      var whole = Base64.getUrlDecoder().decode(text);
      if (whole.length < IV_LENGTH + TAG_LENGTH) {
        return Optional.empty();
      }
      var iv = Arrays.copyOf(whole, IV_LENGTH);
      var cipher = cipher(Cipher.DECRYPT_MODE, key, iv, boundTo);
      return Optional.of(
          new String(cipher.doFinal(whole, IV_LENGTH, whole.length - IV_LENGTH), UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, KeyBytes key, byte[] iv, String boundTo)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance(ALGORITHM);
    var parameters = new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, iv);
    cipher.init(mode, new SecretKeySpec(key.copy(), "AES"), parameters);
    cipher.updateAAD(boundTo.getBytes(UTF_8));
    return cipher;
  }
}
