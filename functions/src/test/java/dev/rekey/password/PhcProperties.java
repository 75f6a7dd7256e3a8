package dev.rekey.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.fuzz.Input;

/** A hash as the table of accounts holds it, perhaps brought from elsewhere (R31). */
public final class PhcProperties {
  private PhcProperties() {}

  public static void check(Input input) {
    String text = input.anyText();
    PhcString.parse(text)
        .ifPresent(phc -> {
          assertThat(phc.text()).as("a fixed point").isEqualTo(text);
          assertThat(phc.memoryKib()).isBetween(8 * phc.lanes(), HashCost.MAX_MEMORY_KIB);
          assertThat(phc.passes()).isBetween(1, HashCost.MAX_PASSES);
          assertThat(phc.lanes()).isBetween(1, HashCost.MAX_LANES);
          assertThat(phc.salt()).hasSizeBetween(8, 64);
          assertThat(phc.tag()).hasSizeBetween(16, 64);
          assertThat(phc.toString()).doesNotContain(text.substring(text.length() - 22));
        });
    assertThat(new StoredHash(text, "p").toString()).isEqualTo("StoredHash[hidden, pepperId=p]");
  }
}
