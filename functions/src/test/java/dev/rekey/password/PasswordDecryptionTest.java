package dev.rekey.password;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rekey.keys.Keys;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.keys.RsaPair;
import dev.rekey.keys.Sm2Pair;
import dev.rekey.keys.ThrowAwayKeys;
import dev.rekey.password.DecryptionOutcome.Decrypted;
import dev.rekey.password.DecryptionOutcome.Undecryptable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.engines.SM2Engine.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract section 4; the ciphertexts of the fixture were made by the clients that it names. */
class PasswordDecryptionTest {
  private static final String PASSWORD = "密码Aa1!密码";
  private static final HexFormat HEX = HexFormat.of();

  private final PasswordDecryption decryption = new PasswordDecryption(ThrowAwayKeys.keys());

  private static Decrypted decrypted(String password) {
    return new Decrypted(PasswordText.parse(password).orElseThrow());
  }

  private DecryptionOutcome rsa(String text) {
    return decryption.decrypt(text, PasswordEncryption.RSA);
  }

  private DecryptionOutcome sm2(String text) {
    return decryption.decrypt(text, PasswordEncryption.SM2);
  }

  private static RsaPair newestRsa() {
    return ThrowAwayKeys.keyring().rsaPairs().newest(ThrowAwayKeys.NOW).key();
  }

  private static Sm2Pair newestSm2() {
    return ThrowAwayKeys.keyring().sm2Pairs().newest(ThrowAwayKeys.NOW).key();
  }

  @ParameterizedTest
  @MethodSource("dev.rekey.password.ClientVectors#all")
  void vectors39And41To43_whatClientsMakeIsDecrypted(ClientVectors.Vector vector) {
    assertThat(decryption.decrypt(vector.text(), vector.type()))
        .isEqualTo(decrypted(vector.password()));
  }

  @Test
  void theFixtureIsWhole() {
    assertThat(ClientVectors.all()).hasSize(25);
    assertThat(Base64.getDecoder().decode(ClientVectors.text("rsa-jsencrypt-short")))
        .hasSizeLessThan(256);
    assertThat(ClientVectors.text("sm2-C-upper")).isUpperCase();
    assertThat(ClientVectors.text("sm2-A-begins-30")).startsWith("30");
  }

  @Test
  void vector38_noneIsTakenAsItIs() {
    assertThat(decryption.decrypt(PASSWORD, PasswordEncryption.NONE))
        .isEqualTo(decrypted(PASSWORD));
    assertThat(decryption.decrypt("x".repeat(60_000), PasswordEncryption.NONE))
        .isInstanceOf(Decrypted.class);
    assertThat(decryption.decrypt("a\ud800", PasswordEncryption.NONE))
        .isEqualTo(new Undecryptable());
  }

  @ParameterizedTest
  @EnumSource(names = {"RSA", "SM2"})
  void vectors40And44_whatIsNoCiphertextIsRefused(PasswordEncryption type) {
    var texts =
        List.of(
            "",
            "N3w-passw0rd",
            "sm2:",
            "sm2:sm2:",
            "=",
            "04",
            "30",
            "0",
            "密码",
            "\0",
            "\ud800",
            "AAAA",
            "00".repeat(96),
            "04".repeat(97),
            "30".repeat(97),
            "ff".repeat(256),
            "A".repeat(344),
            "/".repeat(344),
            "A".repeat(10_000),
            "0".repeat(10_000),
            "30".repeat(8_000),
            "0".repeat(300_000),
            "3082ffff" + "00".repeat(200),
            "30800201010201010401010401010000" + "00".repeat(100));
    for (var text : texts) {
      assertThat(decryption.decrypt(text, type)).as("%s", text).isEqualTo(new Undecryptable());
    }
  }

  @Test
  void vector40_oaepIsRefused() throws Exception {
    var clear = PASSWORD.getBytes(UTF_8);
    var oaep = Ciphertexts.rsa(newestRsa(), "OAEPWithSHA-1AndMGF1Padding", clear);
    assertThat(rsa(oaep)).isEqualTo(new Undecryptable());
  }

  @Test
  void aForeignKeyIsRefused() throws Exception {
    var clear = PASSWORD.getBytes(UTF_8);
    var random = new SecureRandom();
    assertThat(rsa(Ciphertexts.rsa(RsaPair.generate(random), "PKCS1Padding", clear)))
        .isEqualTo(new Undecryptable());
    assertThat(sm2(Ciphertexts.sm2(Sm2Pair.generate(random), Mode.C1C3C2, clear)))
        .isEqualTo(new Undecryptable());
  }

  @Test
  void sm2_everyFlippedBitIsRefused() {
    for (var name : List.of("sm2-A-new-key", "sm2-C-lower")) {
      var bytes = HEX.parseHex(ClientVectors.text(name));
      for (var bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
        var flipped = bytes.clone();
        flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        assertThat(sm2(HEX.formatHex(flipped)))
            .as("%s, bit %d", name, bit)
            .isEqualTo(new Undecryptable());
      }
    }
  }

  @Test
  void sm2_everyCutIsRefused() {
    for (var name : List.of("sm2-A-new-key", "sm2-B", "sm2-C-lower", "sm2-der")) {
      var text = ClientVectors.text(name);
      assertThat(IntStream.range(0, text.length()).mapToObj(end -> sm2(text.substring(0, end))))
          .as(name)
          .containsOnly(new Undecryptable());
    }
  }

  @Test
  void rsa_flippedAndCutCiphertextsAreRefused() {
    var whole = ClientVectors.text("rsa-jsencrypt-new-key");
    var bytes = Base64.getDecoder().decode(whole);
    for (var i = 0; i < bytes.length; i += 16) {
      var flipped = bytes.clone();
      flipped[i] ^= 0x10;
      assertThat(rsa(Base64.getEncoder().encodeToString(flipped))).isEqualTo(new Undecryptable());
    }
    assertThat(
            IntStream.range(0, 10)
                .mapToObj(cut -> rsa(whole.substring(0, whole.length() - 3 - 20 * cut))))
        .containsOnly(new Undecryptable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "41c0af", "eda080", "4142e5af"})
  void whatIsNoUtf8IsRefused(String hex) throws Exception {
    var clear = HEX.parseHex(hex);
    assertThat(rsa(Ciphertexts.rsa(newestRsa(), "PKCS1Padding", clear)))
        .isEqualTo(new Undecryptable());
    assertThat(sm2(Ciphertexts.sm2(newestSm2(), Mode.C1C3C2, clear)))
        .isEqualTo(new Undecryptable());
    assertThat(sm2(Ciphertexts.sm2(newestSm2(), Mode.C1C2C3, clear)))
        .isEqualTo(new Undecryptable());
  }

  @Test
  void r25_theLongestPasswordsFitEveryForm() throws Exception {
    var longest = "🔑".repeat(1024);
    var base64 = Base64.getEncoder().encodeToString(longest.getBytes(UTF_8));
    var mobile = Ciphertexts.sm2(newestSm2(), Mode.C1C2C3, base64.getBytes(ISO_8859_1));
    assertThat(sm2(mobile)).isEqualTo(decrypted(longest));
    var most = "x".repeat(245); // what PKCS#1 leaves of 2048 bits
    assertThat(rsa(Ciphertexts.rsa(newestRsa(), "PKCS1Padding", most.getBytes(UTF_8))))
        .isEqualTo(decrypted(most));
  }

  @Test
  void whatIsLongerThanAnyPasswordNeedsIsRefusedUnread() throws Exception {
    assertThat(rsa("\n".repeat(16 * 1024) + ClientVectors.text("rsa-jsencrypt-new-key")))
        .isEqualTo(new Undecryptable());
    var vector = ClientVectors.text("rsa-jsencrypt-new-key");
    assertThat(rsa("\n".repeat(16 * 1024 - vector.length()) + vector))
        .as("as long as may be")
        .isEqualTo(decrypted(PASSWORD));
    assertThat(rsa("\n".repeat(16 * 1024 + 1 - vector.length()) + vector))
        .isEqualTo(new Undecryptable());
    var long9k = Ciphertexts.sm2(newestSm2(), Mode.C1C3C2, "x".repeat(9_000).getBytes(UTF_8));
    assertThat(sm2(long9k)).isEqualTo(new Undecryptable());
  }

  /** SM2 has no ciphertext of nothing: its key stream would prove nothing. Made by sm-crypto. */
  @Test
  void sm2_aCiphertextOfNothingIsRefused() {
    assertThat(
            sm2(
                "1316a61349cd9f542deb2858f2ace7e1d572e6b530e6f819855c31d3eba2cde9fd8ef2128df958ac63e29522d0c87568"
                    + "60a08cf77b021d4dfe060baab1b8cc9ea9d3a1f4c29cf6921fb49a5f7010d2369154a68348bcdceddeff56c0bb2fbb66"))
        .isEqualTo(new Undecryptable());
  }

  @Test
  void r26_aDecomposedPasswordIsComposed() throws Exception {
    var clear = "cafe\u0301-cafe\u0301".getBytes(UTF_8);
    assertThat(rsa(Ciphertexts.rsa(newestRsa(), "PKCS1Padding", clear)))
        .isEqualTo(decrypted("café-café"));
  }

  @Test
  void invariant10_withoutKeysThereIsNoAnswer() {
    var keys =
        new Keys(
            () -> {
              throw new KeysUnavailable("away", new IllegalStateException());
            },
            InstantSource.fixed(ThrowAwayKeys.NOW),
            Duration.ofMinutes(1));
    var away = new PasswordDecryption(keys);
    assertThatThrownBy(() -> away.decrypt("AAAA", PasswordEncryption.RSA))
        .isInstanceOf(KeysUnavailable.class);
    assertThatThrownBy(() -> away.decrypt("AAAA", PasswordEncryption.SM2))
        .isInstanceOf(KeysUnavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2802a000", "3002a000", "30020200", "3080", "a0028000"})
  void aCiphertextThatIsBrokenAsn1IsUndecryptable(String hex) {
    assertThat(new PasswordDecryption(ThrowAwayKeys.keys()).decrypt(hex, PasswordEncryption.SM2))
        .isEqualTo(new DecryptionOutcome.Undecryptable());
  }
}
