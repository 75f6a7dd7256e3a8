package dev.rekey.keyrotation;

import dev.rekey.keys.HmacKey;
import dev.rekey.keys.KeyBytes;
import dev.rekey.keys.KeySet;
import dev.rekey.keys.Keyed;
import dev.rekey.keys.Keyring;
import dev.rekey.keys.RsaPair;
import dev.rekey.keys.Sm2Pair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes the first keyring of an installation: one key of every kind, ready at once. Thread-safe.
 */
public final class FirstKeys {
  private static final int ID_BYTES = 4;

  private final SecureRandom random;

  /** Takes the source of all keys; it must be cryptographically secure. */
  public FirstKeys(SecureRandom random) {
    this.random = random;
  }

  /** Makes a keyring that nobody has seen yet; it takes up to a second, for the RSA primes. */
  public Keyring make(Instant now) {
    return new Keyring(
        new HmacKey(KeyBytes.random(random)),
        only("peppers", now, KeyBytes.random(random)),
        only("codeKeys", now, new HmacKey(KeyBytes.random(random))),
        only("sealKeys", now, KeyBytes.random(random)),
        only("rsa", now, RsaPair.generate(random)),
        only("sm2", now, Sm2Pair.generate(random)));
  }

  private <K> KeySet<K> only(String kind, Instant now, K key) {
    return new KeySet<>(kind, List.of(new Keyed<>(id(), now, key)));
  }

  /**
   * Random, because an id must not be given twice even if somebody makes first keys again in the
   * same second.
   */
  private String id() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
