package dev.rekey.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.address.Channel;
import dev.rekey.address.EmailAddress;
import dev.rekey.keys.ThrowAwayKeys;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reset tokens: the hash of an address and 256 random bits, known again by a digest alone. */
class ResetTokenTest {
  private static final AddressHash ADA =
      new AddressHashes(ThrowAwayKeys.keys())
          .of(EmailAddress.parse("ada@example.com").orElseThrow());

  private final SecureRandom random = new SecureRandom();
  private final ResetToken token = ResetToken.fresh(ADA, random);

  @Test
  void tellsWhoseItIs() {
    assertThat(ResetToken.parse(token.text())).contains(token);
    assertThat(token.address()).isEqualTo(ADA);
  }

  @Test
  void r20_has256FreshBitsEachTime() {
    var tokens = Stream.generate(() -> ResetToken.fresh(ADA, random)).limit(200).toList();

    assertThat(token.text()).hasSize(86);
    assertThat(tokens.stream().map(ResetToken::digest)).doesNotHaveDuplicates();
    var bytes = tokens.stream().map(it -> Base64.getUrlDecoder().decode(it.text())).toList();
    for (int at = AddressHash.BYTES; at < 64; at++) {
      int place = at;
      // 200 draws of 256 values leave some 139 of them; fewer than 90 hardly ever.
      assertThat(bytes.stream().map(it -> it[place]).distinct().count())
          .as("values of byte %d", place)
          .isGreaterThan(90);
    }
  }

  @Test
  void r21_digestHoldsNoPartOfIt() {
    assertThat(token.digest().text()).hasSize(43).isNotEqualTo(token.text().substring(43));
    assertThat(token.digest().matches(ResetToken.parse(token.text()).orElseThrow().digest()))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "not a token", "====", "ÄÖÜ"})
  void whatIsNoTokenIsNone(String sent) {
    assertThat(ResetToken.parse(sent)).isEmpty();
    assertThat(ResetToken.parse(sent.repeat(5000))).isEmpty();
  }

  @Test
  void cutOrLengthenedIsNone() {
    assertThat(ResetToken.parse(token.text().substring(1))).isEmpty();
    assertThat(ResetToken.parse(token.text() + "A")).isEmpty();
  }

  @Test
  void hasOneSpellingOnly() {
    String text = token.text();
    char last = text.charAt(text.length() - 1);
    // The last of 86 characters carries two bits of the token and four that must be zero.
    assertThat("AQgw").contains(String.valueOf(last));
    assertThat(ResetToken.parse(text.substring(0, 85) + (char) (last + 1))).isEmpty();
  }

  @Test
  void r18_neverShowsItself() {
    assertThat(token).asString().doesNotContain(token.text());
    assertThat(token.digest()).asString().doesNotContain(token.digest().text());
  }

  @Test
  void r11_isExpiredFromTheFirstInstantAfterItsLife() {
    var end = Instant.parse("2026-01-01T00:05:00Z");
    var issued =
        new IssuedToken(
            token.digest(), new AccountId("ada"), Channel.EMAIL, end.minusSeconds(300), end);

    assertThat(issued.expiredAt(end.minusMillis(1))).isFalse();
    assertThat(issued.expiredAt(end)).isTrue();
  }
}
