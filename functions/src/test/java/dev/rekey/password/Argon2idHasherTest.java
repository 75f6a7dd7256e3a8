package dev.rekey.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.keys.KeyBytes;
import dev.rekey.keys.KeySet;
import dev.rekey.keys.Keyed;
import dev.rekey.keys.Keyring;
import dev.rekey.keys.Keys;
import dev.rekey.keys.ThrowAwayKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idHasherTest {
  private static final Instant ROTATED = Instant.parse("2026-01-01T00:00:00Z");
  private static final PasswordText PASSWORD = PasswordText.parse("密码Aa1!密码").orElseThrow();

  /** Made by another library (Python cryptography), password as above, secret 00 01 .. 1f. */
  private static final String KNOWN =
      "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE";

  private static final StoredHash STORED = new StoredHash(KNOWN, "old");

  private final Argon2idHasher hasher = at(ROTATED);

  private static Argon2idHasher at(Instant now) {
    var oldKey =
        HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    var full = ThrowAwayKeys.keyring();
    var peppers =
        new KeySet<>(
            "peppers",
            List.of(
                new Keyed<>("old", Instant.EPOCH, KeyBytes.of(oldKey)),
                new Keyed<>("new", ROTATED, KeyBytes.of(new byte[KeyBytes.LENGTH]))));
    var keyring =
        new Keyring(
            full.addressKey(),
            peppers,
            full.codeKeys(),
            full.sealKeys(),
            full.rsaPairs(),
            full.sm2Pairs());
    var clock = InstantSource.fixed(now);
    var keys = new Keys(() -> keyring, clock, Duration.ofMinutes(5));
    return new Argon2idHasher(keys, HashCost.DEFAULT, clock, new SecureRandom());
  }

  @Test
  void r31_theLibraryGivesTheVectorOfRfc9106() {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(filled(16, 2))
            .withSecret(filled(8, 3))
            .withAdditional(filled(12, 4))
            .build());
    var tag = new byte[32];
    generator.generateBytes(filled(32, 1), tag);
    assertThat(HexFormat.of().formatHex(tag))
        .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  }

  private static byte[] filled(int length, int value) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void r31_r32_anotherLibraryGivesTheSameTagUnderAPepper() {
    assertThat(hasher.matches(PASSWORD, STORED)).isTrue();
    assertThat(hasher.matches(PASSWORD, new StoredHash(KNOWN, "new"))).isFalse();
    assertThat(hasher.matches(PasswordText.parse("密码Aa1!密").orElseThrow(), STORED)).isFalse();
  }

  /** Made by the same other library: twelve and forty-six MiB, two lanes, a NUL in the password. */
  @Test
  void r31_theOtherChoicesOfOwaspGiveTheSameTags() {
    var twelve =
        PhcString.parse(
                "$argon2id$v=19$m=12288,t=3,p=1$EBESExQVFhcYGRobHB0eHw$mQrRFXvVE70c/W51h0gfqxo9Kbf1OcvCZA9/OSMdDeo")
            .orElseThrow();
    assertThat(twelve.tagOf("correct horse battery staple".getBytes(UTF_8), filled(32, 7)))
        .isEqualTo(twelve.tag());
    var fortySix =
        PhcString.parse(
                "$argon2id$v=19$m=47104,t=1,p=2$AAECAwQFBgcICQoLDA0ODw$qi69CQGW7vccm3A9cV+m6UgfaTBItprXM52UQBBDaPE")
            .orElseThrow();
    assertThat(fortySix.tagOf("x\0y".getBytes(UTF_8), filled(32, 9))).isEqualTo(fortySix.tag());
  }

  @Test
  void r31_parametersStandInTheStoredHash() {
    assertThat(hasher.hash(PASSWORD).phc())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void r31_everyHashHasItsOwnSalt() {
    assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
  }

  @Test
  void r32_newHashesUseTheNewestPepperAndOldOnesTheirOwn() {
    var before = at(ROTATED.minusSeconds(1)).hash(PASSWORD);
    assertThat(before.pepperId()).isEqualTo("old");
    assertThat(hasher.hash(PASSWORD).pepperId()).isEqualTo("new");
    assertThat(hasher.matches(PASSWORD, before)).isTrue();
  }

  @Test
  void r25_noByteOfALongPasswordIsIgnored() {
    var start = "x".repeat(1023);
    var stored = hasher.hash(PasswordText.parse(start + "a").orElseThrow());
    assertThat(hasher.matches(PasswordText.parse(start + "a").orElseThrow(), stored)).isTrue();
    assertThat(hasher.matches(PasswordText.parse(start + "b").orElseThrow(), stored)).isFalse();
    assertThat(hasher.matches(PasswordText.parse(start).orElseThrow(), stored)).isFalse();
  }

  @Test
  void invariant10_anUnknownPepperIsAFaultAndNoAnswer() {
    assertThatThrownBy(() -> hasher.matches(PASSWORD, new StoredHash(KNOWN, "gone")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$argon2i$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE",
        "$argon2id$v=16$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE",
        "$argon2id$v=19$t=2,m=19456,p=1$AAECAwQFBgcICQoLDA0ODw$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE",
        "$argon2id$v=19$m=019456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE",
        "$argon2id$v=19$m=9999999,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE",
        "$argon2id$v=19$m=19456,t=99,p=1$AAECAwQFBgcICQoLDA0ODw$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE",
        "$argon2id$v=19$m=19456,t=2,p=99$AAECAwQFBgcICQoLDA0ODw$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE",
        "$argon2id$v=19$m=7,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE",
        "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODx$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE",
        "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODwA$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2Bznx",
        "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw==$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE",
        "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$",
        "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$ld8/AzviOtu4CeiNg78TKSYAA+AHvmSNBqWqx2BznxE\n",
      })
  void r31_aStoredHashInAnyOtherFormIsAFault(String phc) {
    assertThatThrownBy(() -> hasher.matches(PASSWORD, new StoredHash(phc, "old")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a stored hash is not in PHC form");
  }

  @Test
  void invariant8_aStoredHashHidesItself() {
    assertThat(STORED.toString()).isEqualTo("StoredHash[hidden, pepperId=old]");
  }
}
