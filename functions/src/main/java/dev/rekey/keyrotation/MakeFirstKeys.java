package dev.rekey.keyrotation;

import dev.rekey.keyrotation.MakeOutcome.AlreadyThere;
import dev.rekey.keyrotation.MakeOutcome.Made;
import dev.rekey.keyrotation.MakeOutcome.NotMade;
import dev.rekey.keys.KeyVersions;
import dev.rekey.keys.KeyVersions.Stage;
import dev.rekey.keys.KeyringJson;
import java.time.InstantSource;

/**
 * Makes the first keys of an installation, and never any where there are or were some: the address
 * key names every item, so that another one would lose them all. Thread-safe.
 */
public final class MakeFirstKeys {
  /**
   * Always the same, so that of two that run at once the second finds the version taken, whatever
   * keys it has made.
   */
  static final String VERSION = "rekey-first-keys-of-this-installation";

  private final KeyVersions versions;
  private final FirstKeys keys;
  private final InstantSource clock;

  public MakeFirstKeys(KeyVersions versions, FirstKeys keys, InstantSource clock) {
    this.versions = versions;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Makes them, if there are none.
   *
   * @throws dev.rekey.keys.KeysUnavailable when the secret is out of reach
   */
  public MakeOutcome run() {
    var staged = versions.describe();
    if (staged.current().isPresent()) {
      return found(staged.current().get());
    }
    if (staged.pending().isPresent() || staged.previous().isPresent()) {
      return new NotMade(RotationRefusal.NO_CURRENT_VERSION);
    }
    var keyring = KeyringJson.write(keys.make(clock.instant()));
    return versions.put(VERSION, keyring, Stage.CURRENT) ? new Made() : new AlreadyThere();
  }

  private MakeOutcome found(String version) {
    return Keyrings.read(versions.value(version)).isPresent()
        ? new AlreadyThere()
        : new NotMade(RotationRefusal.CURRENT_UNREADABLE);
  }
}
