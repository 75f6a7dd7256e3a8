package dev.rekey.keyrotation;

import static dev.rekey.keyrotation.Rotation.CACHE_AGE;
import static dev.rekey.keyrotation.Rotation.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.keys.KeySet;
import dev.rekey.keys.Keyed;
import dev.rekey.keys.Keyring;
import dev.rekey.testing.TestKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextKeysTest {
  private final NextKeys next = new NextKeys(new SecureRandom(), CACHE_AGE);
  private final Keyring first = TestKeys.keyring();

  private static List<KeySet<?>> kinds(Keyring keyring) {
    return List.of(
        keyring.peppers(),
        keyring.codeKeys(),
        keyring.sealKeys(),
        keyring.rsaPairs(),
        keyring.sm2Pairs());
  }

  private static List<String> ids(KeySet<?> keys) {
    return keys.keys().stream().<String>map(Keyed::id).toList();
  }

  @Test
  void r52_theAddressKeyStaysAndEveryOtherKindGetsOneKeyMore() {
    var keyring = next.after(first, NOW);
    assertThat(keyring.addressKey()).isEqualTo(first.addressKey());
    assertThat(kinds(keyring)).allSatisfy(kind -> assertThat(kind.keys()).hasSize(2));
    assertThat(kinds(keyring).stream().flatMap(kind -> ids(kind).stream()))
        .doesNotHaveDuplicates()
        .containsAll(kinds(first).stream().flatMap(kind -> ids(kind).stream()).toList());
  }

  @Test
  void r52_aNewKeyIsPublishedTwoCacheAgesAndADayBeforeItsFirstUse() {
    var ready = NOW.plus(Duration.ofMinutes(10)).plus(Duration.ofDays(1));
    var keyring = next.after(first, NOW);
    assertThat(kinds(keyring))
        .allSatisfy(kind -> {
          assertThat(kind.keys().getFirst().notBefore()).isEqualTo(ready);
          assertThat(kind.newest(ready.minusNanos(1)).id()).isEqualTo(ids(kind).getLast());
          assertThat(kind.newest(ready).id()).isEqualTo(ids(kind).getFirst());
        });
  }

  /** When its successor came into use, what was made under it and how long that can be alive. */
  @ParameterizedTest
  @CsvSource({
    "P0D,         2, 2, 2, 2, 2",
    "P1D,         3, 3, 3, 3, 3",
    "PT48H,       3, 3, 3, 3, 3",
    "PT72H9M,     3, 3, 3, 3, 3",
    "PT72H10M,    3, 2, 3, 3, 3",
    "PT696H9M,    3, 2, 3, 3, 3",
    "PT696H10M,   3, 2, 3, 2, 2",
    "P400D,       3, 2, 3, 2, 2",
  })
  void r52_anOldKeyLeavesWhenNothingMadeUnderItCanBeAlive(
      Duration later, int peppers, int codes, int seals, int rsa, int sm2) {
    var second = next.after(first, NOW);
    var keyring = later.isZero() ? second : next.after(second, NOW.plus(later));
    assertThat(kinds(keyring).stream().map(kind -> kind.keys().size()))
        .containsExactly(peppers, codes, seals, rsa, sm2);
  }

  @Test
  void r52_theKeyInUseNeverLeaves() {
    var keyring = first;
    for (int years = 0; years < 3; years++) {
      Instant now = NOW.plus(Duration.ofDays(400L * years));
      var before = keyring;
      keyring = next.after(before, now);
      var used = kinds(before).stream().map(kind -> kind.newest(now).id()).toList();
      assertThat(kinds(keyring).stream().flatMap(kind -> ids(kind).stream())).containsAll(used);
    }
  }

  /** Of two that came into use at once, nobody knows which one made something. */
  @Test
  void r52_keysOfTheSameMomentDoNotReplaceEachOther() {
    var twins =
        new KeySet<>(
            "codeKeys",
            Stream.of("a", "b")
                .map(id -> new Keyed<>(id, NOW, first.codeKeys().keys().getFirst().key()))
                .toList());
    assertThat(Retention.needed(twins, Retention.CODE_KEYS, NOW.plus(Duration.ofDays(400))))
        .hasSize(2);
  }
}
