package dev.rekey.testing;

import dev.rekey.password.PasswordHasher;
import dev.rekey.password.PasswordText;
import dev.rekey.password.StoredHash;

/** Where hashing is not the subject: protects nothing and costs nothing. */
public final class PlainHasher implements PasswordHasher {
  private static final String PHC = "$plain$";

  @Override
  public StoredHash hash(PasswordText password) {
    return new StoredHash(PHC + password.hashCode(), "none");
  }

  @Override
  public boolean matches(PasswordText password, StoredHash stored) {
    return stored.equals(hash(password));
  }
}
