package dev.rekey.passcode;

import dev.rekey.address.Address;
import dev.rekey.keys.HmacKey;
import dev.rekey.keys.Keys;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Derives passcodes: HMAC-SHA-256 under the code key over nonce, channel and address, cut to six
 * digits without bias (R10). So the table holds nothing to guess against without the key (R13), and
 * a message that is sent twice carries the same passcode (R55). Thread-safe.
 */
public final class Passcodes {
  private static final long CODES = 1_000_000;

  /**
   * The greatest multiple of {@link #CODES} that 32 bits hold: a word at or above it would favour
   * low codes.
   */
  private static final long FAIR = (1L << 32) / CODES * CODES;

  private final Keys keys;
  private final SecureRandom random;

  /**
   * Derives under the keys of the keyring.
   *
   * @param random cryptographically secure: the nonce of each passcode comes from it
   */
  public Passcodes(Keys keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  /** A new passcode that is good for {@code life} from now. */
  public IssuedPasscode issue(Instant now, Duration life) {
    var key = keys.current().codeKeys().newest(now);
    return new IssuedPasscode(Nonce.fresh(random), key.id(), now.plus(life));
  }

  /**
   * The digits of a passcode; empty where its key is listed no more, so that nothing can match it.
   */
  public Optional<Passcode> digits(IssuedPasscode issued, Address address) {
    return keys.find(keyring -> keyring.codeKeys().byId(issued.codeKeyId()))
        .map(key -> derive(key, issued.nonce(), address));
  }

  static Passcode derive(HmacKey key, Nonce nonce, Address address) {
    for (int round = 0; ; round++) {
      var words =
          ByteBuffer.wrap(
              key.mac(
                  "passcode",
                  nonce.text(),
                  address.channel().name(),
                  address.normal(),
                  Integer.toString(round)));
      while (words.remaining() >= Integer.BYTES) {
        long word = Integer.toUnsignedLong(words.getInt());
        if (word < FAIR) {
          return new Passcode(String.format(Locale.ROOT, "%06d", word % CODES));
        }
      }
    }
  }
}
