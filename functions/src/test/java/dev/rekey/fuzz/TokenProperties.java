package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.ResetToken;
import dev.rekey.passcode.Passcode;
import java.util.Base64;

/** What somebody offers as a reset token, or typed as a passcode. */
final class TokenProperties {
  private TokenProperties() {}

  static void check(Input input) {
    String sent = input.anyText();
    ResetToken.parse(sent).ifPresent(token -> check(sent, token));
    Passcode.parse(sent).ifPresent(passcode -> check(sent, passcode));
  }

  private static void check(String sent, ResetToken token) {
    byte[] bytes = Base64.getUrlDecoder().decode(sent);
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
        .as("one spelling")
        .isEqualTo(sent)
        .isEqualTo(token.text());
    assertThat(sent).startsWith(token.address().text().substring(0, 42));
    assertThat(token.digest().matches(token.digest())).isTrue();
    assertThat(token.digest().text()).hasSize(43);
    assertThat(token.toString()).doesNotContain(sent);
  }

  private static void check(String sent, Passcode passcode) {
    assertThat(sent.strip()).isEqualTo(passcode.digits()).matches("[0-9]{6}");
    assertThat(Passcode.parse(passcode.digits())).as("a fixed point").contains(passcode);
    assertThat(passcode.toString()).doesNotContain(passcode.digits());
  }
}
