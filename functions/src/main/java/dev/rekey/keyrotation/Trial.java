package dev.rekey.keyrotation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.address.EmailAddress;
import dev.rekey.keys.AddressSeal;
import dev.rekey.keys.Keyring;
import dev.rekey.keys.Keys;
import dev.rekey.keys.RsaPair;
import dev.rekey.keys.Sm2Pair;
import dev.rekey.passcode.Passcodes;
import dev.rekey.password.Argon2idHasher;
import dev.rekey.password.DecryptionOutcome.Decrypted;
import dev.rekey.password.HashCost;
import dev.rekey.password.PasswordDecryption;
import dev.rekey.password.PasswordEncryption;
import dev.rekey.password.PasswordText;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/**
 * Tries the newest keys of a keyring by the classes that all functions use them through, at the
 * moment from which they will: derive, seal and open, hash, decrypt what a client has encrypted.
 * Thread-safe.
 */
public final class Trial {
  private static final String TEXT = "seven green bicycles";

  private final SecureRandom random;

  /**
   * Takes the source of nonces.
   *
   * @param random must be cryptographically secure
   */
  public Trial(SecureRandom random) {
    this.random = random;
  }

  /** Whether all of them do their work. */
  boolean passes(Keyring keyring) {
    var at = ready(keyring);
    var keys = new Keys(() -> keyring, InstantSource.fixed(at), Duration.ofHours(1));
    try {
      return derives(keys, at) && seals(keys, at) && decrypts(keyring, keys, at);
    } catch (RuntimeException | GeneralSecurityException | InvalidCipherTextException broken) {
      return false; // as it would be for a caller, whatever it was
    }
  }

  private static Instant ready(Keyring keyring) {
    return Stream.of(
            keyring.peppers().keys().getFirst().notBefore(),
            keyring.codeKeys().keys().getFirst().notBefore(),
            keyring.sealKeys().keys().getFirst().notBefore(),
            keyring.rsaPairs().keys().getFirst().notBefore(),
            keyring.sm2Pairs().keys().getFirst().notBefore())
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private boolean derives(Keys keys, Instant at) {
    var passcodes = new Passcodes(keys, random);
    var issued = passcodes.issue(at, Duration.ofMinutes(1));
    var address = EmailAddress.parse("trial@example.com").orElseThrow();
    return passcodes.digits(issued, address).isPresent();
  }

  private boolean seals(Keys keys, Instant at) {
    var seal = new AddressSeal(keys, InstantSource.fixed(at), random);
    return seal.open(seal.seal(TEXT, "trial"), "trial").equals(Optional.of(TEXT));
  }

  /** What comes out is compared by its hash, which tries the pepper as well. */
  private boolean decrypts(Keyring keyring, Keys keys, Instant at)
      throws GeneralSecurityException, InvalidCipherTextException {
    var hasher = new Argon2idHasher(keys, HashCost.DEFAULT, InstantSource.fixed(at), random);
    var stored = hasher.hash(PasswordText.parse(TEXT).orElseThrow());
    var decryption = new PasswordDecryption(keys);
    var rsa = decryption.decrypt(rsa(keyring.rsaPairs().newest(at).key()), PasswordEncryption.RSA);
    var sm2 = decryption.decrypt(sm2(keyring.sm2Pairs().newest(at).key()), PasswordEncryption.SM2);
    return Stream.of(rsa, sm2)
        .allMatch(it -> it instanceof Decrypted(var password) && hasher.matches(password, stored));
  }

  /** As a client does (contract section 4.2); that its padding can be guessed does no harm here. */
  private static String rsa(RsaPair pair) throws GeneralSecurityException {
    var spec = new X509EncodedKeySpec(pair.publicInfo());
    var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
    var message = TEXT.getBytes(UTF_8);
    var block = new byte[(key.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE];
    Arrays.fill(block, (byte) 1);
    block[0] = 0;
    block[1] = 2;
    block[block.length - message.length - 1] = 0;
    System.arraycopy(message, 0, block, block.length - message.length, message.length);
    var number = new BigInteger(1, block).modPow(key.getPublicExponent(), key.getModulus());
    return Base64.getEncoder().encodeToString(number.toByteArray());
  }

  /** As a client does (contract section 4.3). */
  private String sm2(Sm2Pair pair) throws InvalidCipherTextException {
    var curve = new ECDomainParameters(CustomNamedCurves.getByName("sm2p256v1"));
    var point = curve.getCurve().decodePoint(HexFormat.of().parseHex(pair.publicHex()));
    var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(true, new ParametersWithRandom(new ECPublicKeyParameters(point, curve), random));
    var message = TEXT.getBytes(UTF_8);
    return HexFormat.of().formatHex(engine.processBlock(message, 0, message.length));
  }
}
