package dev.rekey.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.fuzz.Input;

/** Labels of domains, spelt in Unicode and behind an {@code xn--} (RFC 3492, UTS 46). */
public final class PunycodeProperties {
  private static final int LONGEST_LABEL = 63;

  private PunycodeProperties() {}

  public static void check(Input input) {
    String label = input.text();
    Punycode.decode(label)
        .ifPresent(decoded ->
            assertThat(decoded.codePoints().count())
                .as("no sign without one of the text")
                .isLessThanOrEqualTo(label.length()));
    if (label.length() <= LONGEST_LABEL) {
      String encoded = Punycode.encode(label);
      assertThat(encoded).matches("\\p{ASCII}*");
      assertThat(Punycode.decode(encoded)).as("there and back").contains(label);
    }
    DomainName.normalised(label)
        .ifPresent(normal -> {
          assertThat(DomainName.normalised(normal)).as("a fixed point").contains(normal);
          assertThat(normal).matches("[a-z0-9.-]+").doesNotContain("..").contains(".");
          assertThat(normal.split("\\.", -1)).allMatch(it -> it.length() <= LONGEST_LABEL);
        });
  }
}
