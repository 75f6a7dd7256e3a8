package dev.rekey.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailFromTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "no-reply@example.com | no-reply@example.com",
        "' No-Reply@Example.com ' | No-Reply@Example.com",
        "<no-reply@example.com> | no-reply@example.com",
        "Harbour <no-reply@example.com> | \"Harbour\" <no-reply@example.com>",
        "Harbour, Inc. <no-reply@example.com> | \"Harbour, Inc.\" <no-reply@example.com>",
        "\"Harbour, Inc.\" <no-reply@example.com> | \"Harbour, Inc.\" <no-reply@example.com>",
        "Har\\bour <no-reply@example.com> | \"Har\\\\bour\" <no-reply@example.com>",
        "海港 <no-reply@example.com> | =?UTF-8?B?5rW35riv?= <no-reply@example.com>",
        "Harbour <no-reply@bücher.example> | \"Harbour\" <no-reply@xn--bcher-kva.example>",
      })
  void writesTheSenderAsAHeaderWantsIt(String setting, String header) {
    assertThat(MailFrom.header(setting)).isEqualTo(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Harbour",
        "no-reply@",
        "a@example.com, b@example.com",
        "Harbour <no-reply@example.com",
        "Harbour <a@example.com> <b@example.com>",
        "Har\"bour <a@example.com>",
        "Har\r\nBcc: eve@example.com <a@example.com>",
        "a@example.com\r\nBcc: eve@example.com",
        "云云云云云云云云云云云云云云云云 <a@example.com>",
      })
  void refusesWhatIsNoSender(String setting) {
    assertThatIllegalArgumentException().isThrownBy(() -> MailFrom.header(setting));
  }
}
