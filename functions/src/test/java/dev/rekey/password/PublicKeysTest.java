package dev.rekey.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.keys.ThrowAwayKeys;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Contract section 4.1. */
class PublicKeysTest {
  /** The PEM in the fixture was written by Node.js, the hex by sm-crypto. */
  @Test
  void vector1_publicKeysAreServedAsClientsReadThem() {
    var keys = PublicKeys.of(ThrowAwayKeys.keyring(), ThrowAwayKeys.NOW);
    assertThat(keys.rsa()).isEqualTo(ClientVectors.publicKey("rsa"));
    assertThat(keys.rsa())
        .matches("^-----BEGIN PUBLIC KEY-----\n(?:[^\n]{1,64}\n)+-----END PUBLIC KEY-----\n$");
    assertThat(keys.sm2()).isEqualTo(ClientVectors.publicKey("sm2"));
    assertThat(keys.sm2()).matches("^04[0-9a-f]{128}$");
  }

  @Test
  void publicKeysAreThoseThatAreReady() {
    var early = ThrowAwayKeys.NOW.minus(Duration.ofDays(365));
    assertThat(PublicKeys.of(ThrowAwayKeys.keyring(), early))
        .isNotEqualTo(PublicKeys.of(ThrowAwayKeys.keyring(), ThrowAwayKeys.NOW));
  }
}
