package dev.rekey.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * An RSA pair for passwords in transit (contract section 4.2). It decrypts and shows its public
 * half; the private half never leaves it but to the JSON of the keyring. Immutable, thread-safe.
 */
public final class RsaPair {
  private static final int MIN_BITS = 2048;

  private final RSAPrivateCrtKey privateKey;
  private final byte[] publicInfo;

  private RsaPair(RSAPrivateCrtKey privateKey) throws GeneralSecurityException {
    if (privateKey.getModulus().bitLength() < MIN_BITS) {
      throw new IllegalArgumentException("an RSA key must have at least " + MIN_BITS + " bits");
    }
    var publicSpec = new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent());
    this.privateKey = privateKey;
    this.publicInfo = KeyFactory.getInstance("RSA").generatePublic(publicSpec).getEncoded();
  }

  /** Makes a new pair of 2048 bits from a source that must be cryptographically secure. */
  public static RsaPair generate(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(MIN_BITS, random);
      return new RsaPair((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("RSA is part of every Java", e);
    }
  }

  /**
   * Reads a private key in PKCS#8.
   *
   * @throws IllegalArgumentException when it is none, or has under 2048 bits; without a cause,
   *     which could show it
   */
  @SuppressWarnings("UnusedException") // a parser's message may quote the key
  static RsaPair fromPkcs8(byte[] pkcs8) {
    try {
      var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      if (key instanceof RSAPrivateCrtKey privateKey) {
        return new RsaPair(privateKey);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an RSA private key in PKCS#8");
    }
    throw new IllegalArgumentException("not an RSA private key with its primes");
  }

  byte[] pkcs8() {
    return privateKey.getEncoded();
  }

  /** The public half as X.509 SubjectPublicKeyInfo in DER, a copy. */
  public byte[] publicInfo() {
    return publicInfo.clone();
  }

  /**
   * The plain RSA operation, padding and all: what it means is for the caller to judge. A
   * ciphertext that is too short for the key counts as left-padded with zeros, which JSEncrypt
   * leaves out (contract section 4.2).
   *
   * @return as many bytes as the modulus has, or nothing when the number is not below the modulus
   */
  public Optional<byte[]> decryptRaw(byte[] ciphertext) {
    var number = new BigInteger(1, ciphertext);
    if (number.compareTo(privateKey.getModulus()) >= 0) {
      return Optional.empty();
    }
    try {
      var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, privateKey);
      return Optional.of(cipher.doFinal(ciphertext(number)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("RSA failed on a number below the modulus", e);
    }
  }

  private byte[] ciphertext(BigInteger number) {
    var bytes = number.toByteArray();
    var length = (privateKey.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
    var padded = new byte[length];
    var count = Math.min(length, bytes.length);
    System.arraycopy(bytes, bytes.length - count, padded, length - count, count);
    return padded;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RsaPair that && Arrays.equals(publicInfo, that.publicInfo);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(publicInfo);
  }

  @Override
  public String toString() {
    return "RsaPair[hidden]";
  }
}
