package dev.rekey.account;

import dev.rekey.message.Language;
import dev.rekey.password.StoredHash;
import java.time.Instant;
import java.util.Optional;

/**
 * An account as the built-in table keeps it.
 *
 * @param email its e-mail address as typed, in any case
 * @param phone its number in E.164
 * @param changedAt when the password was last set
 * @param epoch raised by each reset: whoever holds a session of an older epoch signs in again (R35)
 * @param compromisedAt since when others are known to know the password, which is gone with that; a
 *     reset ends it (R30)
 */
public record StoredAccount(
    AccountId id,
    boolean active,
    boolean mfa,
    Optional<String> username,
    Optional<StoredAddress> email,
    Optional<StoredAddress> phone,
    Optional<Language> language,
    Optional<StoredHash> password,
    Instant changedAt,
    long epoch,
    Optional<Instant> compromisedAt) {

  /** An address of the account; only a verified one may get a passcode (R42). */
  public record StoredAddress(String asTyped, boolean verified) {
    @Override
    public String toString() {
      return "StoredAddress[hidden]";
    }
  }

  @Override
  public String toString() {
    return "StoredAccount[" + id.text() + "]";
  }
}
