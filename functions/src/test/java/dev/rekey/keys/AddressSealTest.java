package dev.rekey.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSealTest {
  private static final String ADDRESS = "ädä@example.com";
  private static final String ITEM = "R#abc";

  private final AddressSeal seal = at("2026-06-01T12:00:00Z");

  private static AddressSeal at(String now) {
    var clock = InstantSource.fixed(Instant.parse(now));
    return new AddressSeal(ThrowAwayKeys.keys(), clock, new SecureRandom());
  }

  @Test
  void opensWhatItSealed() {
    assertThat(seal.open(seal.seal(ADDRESS, ITEM), ITEM)).contains(ADDRESS);
    assertThat(seal.open(seal.seal("", ITEM), ITEM)).contains("");
  }

  /** Sealed by another library under seal1, iv of twelve bytes 07. */
  @Test
  void opensTheFormThatIsPublished() {
    assertThat(
            seal.open("seal1.BwcHBwcHBwcHBwcH-CI9u8ZiRKTn4-kpJ_Q1AwTwkzEfGycKXq66A2tj-657", ITEM))
        .contains(ADDRESS);
  }

  @Test
  void sealsUnderTheNewestReadyKeyAndOpensUnderAll() {
    var early = at("2025-06-01T12:00:00Z").seal(ADDRESS, ITEM);
    assertThat(early).startsWith("seal1.");
    assertThat(seal.seal(ADDRESS, ITEM)).startsWith("seal2.");
    assertThat(seal.open(early, ITEM)).contains(ADDRESS);
  }

  @Test
  void sealsTheSameAddressDifferentlyEachTime() {
    assertThat(seal.seal(ADDRESS, ITEM)).isNotEqualTo(seal.seal(ADDRESS, ITEM));
  }

  @Test
  void staysShutInAnotherItem() {
    assertThat(seal.open(seal.seal(ADDRESS, ITEM), "R#abd")).isEmpty();
  }

  @Test
  void staysShutWhenAnyByteIsAlteredOrTheEndIsCut() {
    var sealed = seal.seal(ADDRESS, ITEM);
    var bytes = Base64.getUrlDecoder().decode(sealed.substring(sealed.indexOf('.') + 1));
    for (var i = 0; i < bytes.length; i++) {
      var altered = bytes.clone();
      altered[i] ^= 1;
      assertThat(seal.open("seal2." + Base64.getUrlEncoder().encodeToString(altered), ITEM))
          .isEmpty();
    }
    for (var length = 0; length < sealed.length(); length++) {
      assertThat(seal.open(sealed.substring(0, length), ITEM)).isEmpty();
    }
  }

  @Test
  void staysShutUnderAnotherKey() {
    assertThat(seal.open(seal.seal(ADDRESS, ITEM).replace("seal2.", "seal1."), ITEM)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "seal2", "seal2.", ".AAAA", "seal2.AAAA", "seal2.***", "gone.AAAA"})
  void staysShutForWhatItNeverMade(String sealed) {
    assertThat(seal.open(sealed, ITEM)).isEmpty();
  }
}
