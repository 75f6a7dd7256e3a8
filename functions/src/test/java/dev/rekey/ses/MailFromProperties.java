package dev.rekey.ses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.fuzz.Input;

/** The sender of mails, as a setting spells it. */
public final class MailFromProperties {
  private static final String ADDRESS = "[!-~&&[^<>\",;:\\\\()@]]+@[A-Za-z0-9.-]+";
  private static final String NAME =
      "(?:\"(?:[ -~&&[^\"\\\\]]|\\\\\\\\)*\"|=\\?UTF-8\\?B\\?[A-Za-z0-9+/=]+\\?=)";
  private static final int LONGEST = 75 + " <>".length() + 254;

  private MailFromProperties() {}

  public static void check(Input input) {
    String header;
    try {
      header = MailFrom.header(input.text());
    } catch (IllegalArgumentException refused) { // as documented
      return;
    }
    assertThat(header)
        .as("one address, with a name or without, in printable ASCII")
        .matches(ADDRESS + "|" + NAME + " <" + ADDRESS + ">")
        .hasSizeLessThanOrEqualTo(LONGEST);
    if (!header.startsWith("=?") && !header.contains("\\")) {
      assertThat(MailFrom.header(header)).as("a fixed point").isEqualTo(header);
    }
  }
}
