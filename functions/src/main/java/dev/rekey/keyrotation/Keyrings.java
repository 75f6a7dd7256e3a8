package dev.rekey.keyrotation;

import dev.rekey.keys.Keyring;
import dev.rekey.keys.KeyringJson;
import java.util.Optional;

/** Reads values of the secret by the parser of all readers. */
final class Keyrings {
  private Keyrings() {}

  /** The keyring; nothing where there is no value, or one that no reader would accept. */
  static Optional<Keyring> read(Optional<String> value) {
    try {
      return value.map(KeyringJson::read);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
