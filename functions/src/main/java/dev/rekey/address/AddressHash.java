package dev.rekey.address;

import java.util.Base64;

/**
 * The keyed hash of an address and its channel: the name under which the tables know it.
 *
 * @param text 32 bytes in base64url without padding
 */
public record AddressHash(String text) {
  public static final int BYTES = 32;

  public AddressHash {
    if (Base64.getUrlDecoder().decode(text).length != BYTES) {
      throw new IllegalArgumentException("text must be 32 bytes in base64url");
    }
  }

  public static AddressHash of(byte[] hash) {
    return new AddressHash(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
  }

  public byte[] bytes() {
    return Base64.getUrlDecoder().decode(text);
  }

  /**
   * What logs call the address: enough to find its lines, and no part that a token could be made
   * of.
   */
  public String subject() {
    return text.substring(0, 16);
  }

  /**
   * No more than logs may hold: the whole is the first half of every reset token of the address.
   */
  @Override
  public String toString() {
    return "AddressHash[" + subject() + "]";
  }
}
