package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.keys.AddressSeal;
import dev.rekey.keys.ThrowAwayKeys;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Addresses as the table holds them: sealed, and bound to their item. */
final class SealedProperties {
  private static final AddressSeal SEAL =
      new AddressSeal(
          ThrowAwayKeys.keys(), InstantSource.fixed(ThrowAwayKeys.NOW), new SecureRandom());

  private SealedProperties() {}

  static void check(Input input) {
    String text = input.text();
    String boundTo = input.text();
    assertThat(SEAL.open(text, boundTo)).as("nobody can make one up").isEmpty();
    String sealed = SEAL.seal(text, boundTo);
    assertThat(sealed).matches("[A-Za-z0-9_.-]+");
    assertThat(SEAL.open(sealed, boundTo)).contains(text);
    assertThat(SEAL.open(sealed, boundTo + "x")).as("moved").isEmpty();
    int at = sealed.indexOf('.') + 1 + Math.floorMod(text.hashCode(), 16); // in the iv
    char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
    String altered = sealed.substring(0, at) + other + sealed.substring(at + 1);
    assertThat(SEAL.open(altered, boundTo)).as("altered").isEmpty();
  }
}
