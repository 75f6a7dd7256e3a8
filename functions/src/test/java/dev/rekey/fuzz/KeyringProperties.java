package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.keys.Keyring;
import dev.rekey.keys.KeyringJson;

/** What stands in the secret of the keys. */
final class KeyringProperties {
  private KeyringProperties() {}

  static void check(Input input) {
    Keyring keyring;
    try {
      keyring = KeyringJson.read(input.anyText());
    } catch (IllegalArgumentException refused) { // as documented: the field, never what stood in it
      Canary.assertNotIn(String.valueOf(refused.getMessage()));
      assertThat(refused.getCause()).isNull();
      return;
    }
    String written = KeyringJson.write(keyring);
    assertThat(KeyringJson.read(written)).as("read again").isEqualTo(keyring);
    assertThat(KeyringJson.write(KeyringJson.read(written))).as("a fixed point").isEqualTo(written);
  }
}
