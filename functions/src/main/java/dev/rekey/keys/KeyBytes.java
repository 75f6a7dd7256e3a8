package dev.rekey.keys;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/** A symmetric key of 256 bits that never shows itself. Immutable, thread-safe. */
public final class KeyBytes {
  /** The only length, in bytes. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private KeyBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Takes a copy.
   *
   * @throws IllegalArgumentException when there are not exactly {@value #LENGTH} bytes
   */
  public static KeyBytes of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a key must have " + LENGTH + " bytes");
    }
    return new KeyBytes(bytes.clone());
  }

  /** Makes a new key from a source that must be cryptographically secure. */
  public static KeyBytes random(SecureRandom random) {
    var bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new KeyBytes(bytes);
  }

  /** The key itself, as a copy that belongs to the caller. */
  public byte[] copy() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyBytes that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "KeyBytes[hidden]";
  }
}
