package dev.rekey.account;

import dev.rekey.address.AddressHash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The secret that a proven passcode is exchanged for: the hash of its address, by which the store
 * finds it, and 256 random bits (R20). Opaque to clients.
 *
 * @param text 64 bytes in base64url without padding
 */
public record ResetToken(String text) {
  private static final int RANDOM_BYTES = 32;
  private static final int LENGTH = 86; // 64 bytes in base64url

  public static ResetToken fresh(AddressHash address, SecureRandom random) {
    byte[] bytes = Arrays.copyOf(address.bytes(), AddressHash.BYTES + RANDOM_BYTES);
    byte[] secret = new byte[RANDOM_BYTES];
    random.nextBytes(secret);
    System.arraycopy(secret, 0, bytes, AddressHash.BYTES, RANDOM_BYTES);
    return new ResetToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What a client sent; empty where it cannot be a token, whatever is wrong with it. */
  public static Optional<ResetToken> parse(String sent) {
    if (sent.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      var encoder = Base64.getUrlEncoder().withoutPadding();
      // Four spare bits of the last character must not make sixteen spellings of one token.
      boolean canonical = encoder.encodeToString(Base64.getUrlDecoder().decode(sent)).equals(sent);
      return canonical ? Optional.of(new ResetToken(sent)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The address that the token belongs to, if it is one. */
  public AddressHash address() {
    return AddressHash.of(Arrays.copyOf(Base64.getUrlDecoder().decode(text), AddressHash.BYTES));
  }

  /** What the store keeps of it (R21). */
  public TokenDigest digest() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Base64.getUrlDecoder().decode(text));
      return new TokenDigest(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "ResetToken[hidden]";
  }
}
