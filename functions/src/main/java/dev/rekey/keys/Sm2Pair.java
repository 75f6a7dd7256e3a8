package dev.rekey.keys;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.util.BigIntegers;

/**
 * An SM2 pair for passwords in transit (contract section 4.3), curve sm2p256v1. It decrypts and
 * shows its public half; the private half never leaves it but to the JSON of the keyring.
 * Immutable, thread-safe.
 */
public final class Sm2Pair {
  private static final ECDomainParameters CURVE =
      new ECDomainParameters(CustomNamedCurves.getByName("sm2p256v1"));
  private static final int SCALAR_LENGTH = 32;
  private static final int HALF = 64;

  private final BigInteger scalar;
  private final String publicHex;

  private Sm2Pair(BigInteger scalar) {
    if (scalar.signum() < 1 || scalar.compareTo(CURVE.getN().subtract(BigInteger.ONE)) >= 0) {
      throw new IllegalArgumentException("not a private key of SM2");
    }
    this.scalar = scalar;
    this.publicHex =
        HexFormat.of().formatHex(CURVE.getG().multiply(scalar).normalize().getEncoded(false));
  }

  /**
   * Makes a new pair whose public x and y begin neither with hex digit 0 nor 4, because a
   * widespread client strips those digits and then encrypts to another point (contract section
   * 4.3).
   *
   * @param random must be cryptographically secure
   */
  public static Sm2Pair generate(SecureRandom random) {
    while (true) {
      var pair = new Sm2Pair(scalar(random));
      if (pair.survivesStripping()) {
        return pair;
      }
    }
  }

  private static BigInteger scalar(SecureRandom random) {
    var last = CURVE.getN().subtract(BigInteger.TWO);
    return BigIntegers.createRandomInRange(BigInteger.ONE, last, random);
  }

  private boolean survivesStripping() {
    var x = publicHex.charAt(2);
    var y = publicHex.charAt(2 + HALF);
    return x != '0' && x != '4' && y != '0' && y != '4';
  }

  /**
   * Reads a private key of 32 bytes, most significant first.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Sm2Pair fromScalar(byte[] scalar) {
    if (scalar.length != SCALAR_LENGTH) {
      throw new IllegalArgumentException(
          "a private key of SM2 must have " + SCALAR_LENGTH + " bytes");
    }
    return new Sm2Pair(new BigInteger(1, scalar));
  }

  byte[] scalar() {
    return BigIntegers.asUnsignedByteArray(SCALAR_LENGTH, scalar);
  }

  /**
   * The public half: 130 lower-case hex characters, uncompressed, beginning with 04 (contract
   * section 4.1).
   */
  public String publicHex() {
    return publicHex;
  }

  /**
   * Decrypts, if C1 is a point of the curve and C3 proves the reading.
   *
   * @param order whether C3 stands before C2 or behind it
   * @param ciphertext C1 uncompressed with its 04, then C2 and C3 in that order
   * @return the clear text, or nothing, whatever the cause
   */
  public Optional<byte[]> decrypt(SM2Engine.Mode order, byte[] ciphertext) {
    var engine = new SM2Engine(order);
    engine.init(false, new ECPrivateKeyParameters(scalar, CURVE));
    try {
      return Optional.of(engine.processBlock(ciphertext, 0, ciphertext.length));
    } catch (InvalidCipherTextException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sm2Pair that && publicHex.equals(that.publicHex);
  }

  @Override
  public int hashCode() {
    return publicHex.hashCode();
  }

  @Override
  public String toString() {
    return "Sm2Pair[hidden]";
  }
}
