package dev.rekey.simulation;

import dev.rekey.password.PasswordHasher;
import dev.rekey.password.PasswordText;
import dev.rekey.password.StoredHash;
import dev.rekey.testing.PlainHasher;
import java.time.InstantSource;

/** Costs nothing, but lets others run meanwhile: a hash takes its time. */
record SlowHasher(Gate gate, InstantSource clock) implements PasswordHasher {
  private static final PlainHasher PLAIN = new PlainHasher();

  /** What must be stored for this password. */
  static StoredHash of(String password) {
    return PLAIN.hash(PasswordText.parse(password).orElseThrow());
  }

  @Override
  public StoredHash hash(PasswordText password) {
    var hash = gate.store(() -> PLAIN.hash(password));
    gate.running().hashedAt = clock.instant();
    return hash;
  }

  @Override
  public boolean matches(PasswordText password, StoredHash stored) {
    return PLAIN.matches(password, stored);
  }
}
