package dev.rekey.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTypesTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final KeyBytes SOME_KEY = KeyBytes.of(new byte[32]);

  @Test
  void keyBytes_areCopiedOnTheWayInAndOut() {
    var given = new byte[32];
    var key = KeyBytes.of(given);
    given[0] = 1;
    key.copy()[1] = 1;
    assertThat(key.copy()).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33, 64})
  void keyBytes_refuseAnotherLength(int length) {
    assertThatThrownBy(() -> KeyBytes.of(new byte[length]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes");
  }

  /**
   * Computed with another library: HMAC-SHA-256 over the parts, each behind its length in four
   * bytes.
   */
  @Test
  void hmac_isOverPurposeAndPartsWithTheirLengths() {
    var key = new HmacKey(KeyBytes.of("0123456789abcdef0123456789abcdef".getBytes(US_ASCII)));
    assertThat(HexFormat.of().formatHex(key.mac("reset", "EMAIL", "ädä@example.com")))
        .isEqualTo("744d1aed21f6a3c66320be190a1d80320c11c07b79ec3c741e4fb120d6a37748");
  }

  @Test
  void hmac_tellsApartHowPartsAreSplit() {
    var key = new HmacKey(SOME_KEY);
    assertThat(key.mac("p", "ab", "c")).isNotEqualTo(key.mac("p", "a", "bc"));
    assertThat(key.mac("p", "")).isNotEqualTo(key.mac("p"));
    assertThat(key.mac("p", "q")).isNotEqualTo(key.mac("pq"));
  }

  @Test
  void keySet_makesWithTheNewestKeyThatIsReady() {
    var keys =
        new KeySet<>(
            "codeKeys",
            List.of(
                new Keyed<>("old", NOON.minusSeconds(9), SOME_KEY),
                new Keyed<>("future", NOON.plusSeconds(1), SOME_KEY),
                new Keyed<>("ready", NOON, SOME_KEY)));
    assertThat(keys.newest(NOON).id()).isEqualTo("ready");
    assertThat(keys.newest(NOON.plusSeconds(1)).id()).isEqualTo("future");
  }

  @Test
  void keySet_readsWithEveryListedKey() {
    var future = new Keyed<>("future", NOON.plusSeconds(1), SOME_KEY);
    var keys = new KeySet<>("codeKeys", List.of(future));
    assertThat(keys.byId("future")).contains(SOME_KEY);
    assertThat(keys.byId("Future")).isEmpty();
    assertThatThrownBy(() -> keys.newest(NOON))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("codeKeys");
  }

  @Test
  void keySet_refusesNoKeyAndOneIdTwice() {
    var key = new Keyed<>("a", NOON, SOME_KEY);
    assertThatThrownBy(() -> new KeySet<>("peppers", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("peppers");
    assertThatThrownBy(() -> new KeySet<>("peppers", List.of(key, key)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("peppers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a b", "ключ", "12345678901234567890123456789012345678901"})
  void keyed_refusesAnIdThatCannotStandInAnItem(String id) {
    assertThatThrownBy(() -> new Keyed<>(id, NOON, SOME_KEY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keyring_showsIdsAlone() {
    var keyring = ThrowAwayKeys.keyring();
    assertThat(keyring.toString())
        .isEqualTo(
            "Keyring[addressKey=HmacKey[hidden], peppers=peppers[pep1], codeKeys=codeKeys[code1],"
                + " sealKeys=sealKeys[seal2,seal1], rsaPairs=rsa[rsa2,rsa1],"
                + " sm2Pairs=sm2[sm2,sm1]]");
    assertThat(keyring.rsaPairs().keys().getFirst().toString()).endsWith("key=RsaPair[hidden]]");
    assertThat(keyring.sm2Pairs().keys().getFirst().toString()).endsWith("key=Sm2Pair[hidden]]");
    assertThat(keyring.peppers().keys().getFirst().toString()).endsWith("key=KeyBytes[hidden]]");
  }

  @Test
  void sm2Pair_refusesNumbersThatAreNoPrivateKey() {
    var order = "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123";
    var last = HexFormat.of().parseHex(order);
    last[31]--; // order - 1, which the standard leaves out
    assertThatThrownBy(() -> Sm2Pair.fromScalar(last)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sm2Pair.fromScalar(new byte[32]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sm2Pair.fromScalar(new byte[33]))
        .isInstanceOf(IllegalArgumentException.class);
    last[31]--;
    assertThat(Sm2Pair.fromScalar(last).publicHex()).hasSize(130);
  }

  @Test
  void sm2Pair_madeHereSurvivesClientsThatStripDigits() {
    var random = new SecureRandom();
    for (var i = 0; i < 40; i++) { // a pair without care fails one time in four
      assertThat(Sm2Pair.generate(random).publicHex())
          .matches("04[1-35-9a-f][0-9a-f]{63}[1-35-9a-f][0-9a-f]{63}");
    }
  }
}
