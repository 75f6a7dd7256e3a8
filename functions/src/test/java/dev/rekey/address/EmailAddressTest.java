package dev.rekey.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user1@example.com | user1@example.com",
        "' User1@EXAMPLE.com  ' | user1@example.com",
        "ada+shop@example.com | ada+shop@example.com",
        "o'brien.j@example.co.uk | o'brien.j@example.co.uk",
        "ＡＤＡ＠ｅｘａｍｐｌｅ．ｃｏｍ | ada@example.com",
        "'\u3000ada@example.com\u3000' | ada@example.com",
        "ada@例え。テスト | ada@xn--r8jz45g.xn--zckzah",
        "ada@BÜCHER.example | ada@xn--bcher-kva.example",
        "ada@xn--bcher-kva.example | ada@xn--bcher-kva.example",
        "ada@XN--BCHER-KVA.example | ada@xn--bcher-kva.example",
        "ada@straße.de | ada@xn--strae-oqa.de",
      })
  void r6_oneAddressHasOneNormalForm(String typed, String normal) {
    assertThat(EmailAddress.parse(typed).map(EmailAddress::normal)).hasValue(normal);
  }

  @Test
  void r6_composedAndDecomposedDomainsAreOneAddress() {
    assertThat(EmailAddress.parse("ada@bu\u0308cher.example"))
        .isPresent()
        .isEqualTo(EmailAddress.parse("ada@b\u00fccher.example"));
  }

  @Test
  void r6_capitalSigmaIsNeverTheFinalOne() {
    assertThat(EmailAddress.parse("ada@ΟΔΟΣ-1.gr"))
        .isPresent()
        .isEqualTo(EmailAddress.parse("ada@οδοσ-1.gr"))
        .isNotEqualTo(EmailAddress.parse("ada@οδος-1.gr"));
  }

  @Test
  void subAddressesStayDistinct() {
    assertThat(EmailAddress.parse("ada+a@example.com"))
        .isPresent()
        .isNotEqualTo(EmailAddress.parse("ada@example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "not-an-email",
        "@example.com",
        "ada@",
        "ada@@example.com",
        "ada@b@example.com",
        "ada@example.com,eve@example.com",
        "ada@example.com;eve@example.com",
        "ada@example.com eve@example.com",
        "a da@example.com",
        "ada@exam ple.com",
        "\"ada\"@example.com",
        "\"ada\\\r\nBcc: eve@example.com\"@example.com",
        "Ada <ada@example.com>",
        "<ada@example.com>",
        "ada(comment)@example.com",
        "mailto:ada@example.com",
        "ada@example.com?bcc=eve",
        ".ada@example.com",
        "ada.@example.com",
        "ada..b@example.com",
        "ada%eve.com@example.com",
        "eve.com!ada@example.com",
        "=?utf-8?q?eve=40eve.com?=@example.com",
        "adä@example.com",
        "\u0130da@example.com",
        "\u0131da@example.com",
        "ada@xn--a.example", // decodes to nothing
        "ada@xn--99999999.example", // beyond Unicode
        "ada@xn--.example",
        "ada@xn--ada-.example", // needs no encoding
        "ada@xn--wca.example", // a capital letter, which is spelt as the small one
        "ada@xn--ni7c.example", // a full-width letter, which is one of ASCII
        "ada@xn--jm6c.example", // a ligature, which is two letters
        "ada@xn--i-7iq.ws", // a heart
        "ada@i\u2764.ws",
        "ada@xn--ls8h.la", // an emoji
        "ada@\ud83d\udca9.la",
        "ada@localhost",
        "ada@example",
        "ada@example..com",
        "ada@.example.com",
        "ada@example.com.",
        "ada@-example.com",
        "ada@example-.com",
        "ada@ex_ample.com",
        "ada@ab--cd.com",
        "ada@127.0.0.1",
        "ada@[127.0.0.1]",
        "ada@☃.example",
        "ada@\u0308x.example",
        "ada@bü cher.example",
        "ada@bü@cher.example",
        "ada@bü<b>.example",
      })
  void r6_refusesWhatIsNoPlainAddress(String typed) {
    assertThat(EmailAddress.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\u007f",
        "\u0085",
        "\u001b[31m",
        "\u200b",
        "\u200d",
        "\u202e",
        "\ufeff",
        "\u2028",
        "\ud800",
        "\ue000"
      })
  void r6_refusesControlAndInvisibleSignsAnywhere(String sign) {
    assertThat(EmailAddress.parse(sign + "ada@example.com")).isEmpty();
    assertThat(EmailAddress.parse("a" + sign + "da@example.com")).isEmpty();
    assertThat(EmailAddress.parse("ada@ex" + sign + "ample.com")).isEmpty();
    assertThat(EmailAddress.parse("ada@example.com" + sign)).isEmpty();
    assertThat(EmailAddress.parse("ada@example.com" + sign + "Bcc: eve@example.com")).isEmpty();
  }

  @Test
  void r6_takesTheLongestAddressAndNoLonger() {
    String domain = ("a".repeat(61) + ".").repeat(3) + "com";
    assertThat(EmailAddress.parse("a".repeat(64) + "@" + domain))
        .hasValueSatisfying(address -> assertThat(address.normal()).hasSize(254));
    assertThat(EmailAddress.parse("a".repeat(64) + "@a" + domain)).isEmpty();
    assertThat(EmailAddress.parse("a".repeat(65) + "@example.com")).isEmpty();
    assertThat(EmailAddress.parse("ada@" + "a".repeat(64) + ".com")).isEmpty();
    assertThat(EmailAddress.parse("ada@" + "ü".repeat(60) + ".com")).isEmpty();
    assertThat(EmailAddress.parse("a".repeat(1_000_000))).isEmpty();
    assertThat(EmailAddress.parse("ﷺ".repeat(500) + "@example.com")).isEmpty();
  }

  @Test
  void onlyANormalFormCanBeConstructed() {
    assertThat(new EmailAddress("ada@example.com").channel()).isEqualTo(Channel.EMAIL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailAddress("Ada@example.com"))
        .withMessage("normal is not an e-mail address in normal form");
  }

  @Test
  void r46_toStringIsMasked() {
    assertThat(EmailAddress.parse("alice@example.com").map(EmailAddress::toString))
        .isEqualTo(Optional.of("a***@example.com"));
    assertThat(new EmailAddress("al@example.com")).hasToString("***@example.com");
  }
}
