package dev.rekey.account;

import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import java.util.Optional;

/**
 * What a reset needs to know of an account: whether it may be reset, and the words that its
 * password must not be.
 *
 * @param active whether its owner may sign in
 * @param mfa whether sign-in asks for a second factor, which a reset leaves alone (R37)
 */
public record Account(
    AccountId id,
    boolean active,
    boolean mfa,
    Optional<String> username,
    Optional<EmailAddress> email,
    Optional<PhoneNumber> phone) {

  /** Without the user name, which is often an address. */
  @Override
  public String toString() {
    return "Account[" + id.text() + "]";
  }
}
