package dev.rekey.password;

import java.util.Arrays;

/**
 * Takes off the padding of RSAES-PKCS1-v1_5 (RFC 8017, section 7.2.2): 00 02, at least eight
 * non-zero bytes, 00, message. No branch and no index depends on where it fails, so that time does
 * not tell what Bleichenbacher's attack asks.
 */
final class Pkcs1Block {
  private static final int LEAST_ZERO_AT = 10;

  private Pkcs1Block() {}

  /**
   * What stood in the block.
   *
   * @param good whether the padding was right
   * @param message the message; of a bad block, bytes without meaning
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared and never leaves this package
  record Unpadded(boolean good, byte[] message) {
    @Override
    public String toString() {
      return "Unpadded[hidden]";
    }
  }

  static Unpadded unpad(byte[] block) {
    var searching = 1;
    var zeroAt = 0;
    for (var i = 2; i < block.length; i++) {
      var zero = isZero(block[i] & 0xFF);
      zeroAt |= -(searching & zero) & i;
      searching &= zero ^ 1;
    }
    var good = isZero(block[0] & 0xFF) & isZero((block[1] & 0xFF) ^ 2);
    good &= isAtLeast(zeroAt, LEAST_ZERO_AT);
    var start = (-good & zeroAt) | ((good - 1) & LEAST_ZERO_AT);
    return new Unpadded(good == 1, Arrays.copyOfRange(block, start + 1, block.length));
  }

  private static int isZero(int value) {
    return (value - 1) >>> (Integer.SIZE - 1);
  }

  private static int isAtLeast(int value, int least) {
    return (least - 1 - value) >>> (Integer.SIZE - 1);
  }
}
