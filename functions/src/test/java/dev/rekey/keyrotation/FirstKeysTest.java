package dev.rekey.keyrotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.keys.KeyringJson;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FirstKeysTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private final FirstKeys firstKeys = new FirstKeys(new SecureRandom());

  @Test
  void everyKindHasOneKeyThatIsReadyAtOnce() {
    var keyring = firstKeys.make(NOW);
    assertThat(keyring.peppers().newest(NOW).notBefore()).isEqualTo(NOW);
    assertThat(keyring.codeKeys().newest(NOW).notBefore()).isEqualTo(NOW);
    assertThat(keyring.sealKeys().newest(NOW).notBefore()).isEqualTo(NOW);
    assertThat(keyring.rsaPairs().newest(NOW).notBefore()).isEqualTo(NOW);
    assertThat(keyring.sm2Pairs().newest(NOW).notBefore()).isEqualTo(NOW);
  }

  @Test
  void survivesTheWayThroughTheStore() {
    var keyring = firstKeys.make(NOW);
    assertThat(KeyringJson.read(KeyringJson.write(keyring))).isEqualTo(keyring);
  }

  @Test
  void noTwoKeysOrIdsAreAlike() {
    var one = firstKeys.make(NOW);
    var other = firstKeys.make(NOW);
    assertThat(one.addressKey()).isNotEqualTo(other.addressKey());
    assertThat(one.addressKey().key()).isNotEqualTo(one.peppers().newest(NOW).key());
    assertThat(one.codeKeys().newest(NOW).key()).isNotEqualTo(one.addressKey());
    assertThat(one.rsaPairs().newest(NOW).key()).isNotEqualTo(other.rsaPairs().newest(NOW).key());
    assertThat(one.sm2Pairs().newest(NOW).key()).isNotEqualTo(other.sm2Pairs().newest(NOW).key());
    assertThat(one.peppers().newest(NOW).id()).isNotEqualTo(other.peppers().newest(NOW).id());
  }
}
