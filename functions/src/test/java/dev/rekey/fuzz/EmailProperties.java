package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.EmailAddress;
import java.util.Locale;

/** What somebody typed as an e-mail address (R6, contract section 9). */
final class EmailProperties {
  private static final int LONGEST = 254;

  private EmailProperties() {}

  static void check(Input input) {
    String typed = input.anyText();
    EmailAddress.parse(typed).ifPresent(address -> check(typed, address));
  }

  private static void check(String typed, EmailAddress address) {
    String normal = address.normal();
    assertThat(EmailAddress.parse(normal)).as("a fixed point").contains(address);
    assertThat(EmailAddress.parse(" " + typed + " ")).as("spaces around").contains(address);
    if (typed.chars().allMatch(sign -> sign < 0x80)) {
      assertThat(EmailAddress.parse(typed.toUpperCase(Locale.ROOT))).contains(address);
    }
    // Nothing that ends a header or a path of SMTP, or starts a comment, an encoded word, a route.
    assertThat(normal).matches("[!-~]+").hasSizeLessThanOrEqualTo(LONGEST);
    assertThat(normal).doesNotContainPattern("[()<>,;:\\\\\"\\[\\] %!|`]").doesNotContain("=?");
    assertThat(normal.chars().filter(sign -> sign == '@').count()).isOne();
    assertThat(address.toString()).as("masked (R46)").matches("[!-~]?\\*{3}@[a-z0-9.-]+");
  }
}
