package dev.rekey.passcode;

import dev.rekey.account.AccountId;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.message.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * What one write to the store asked to be told to somebody: the record of a transactional outbox.
 */
public sealed interface OutboxEntry {

  /** What logs call the address. */
  String subject();

  /** The request that asked for it, as logs call it; empty where many requests did. */
  Optional<String> reference();

  /** A passcode is to be sent. */
  record PasscodeDue(
      Address address,
      AddressHash hash,
      IssuedPasscode passcode,
      String requestId,
      Language language)
      implements OutboxEntry {
    @Override
    public String subject() {
      return hash.subject();
    }

    @Override
    public Optional<String> reference() {
      return Optional.of(requestId);
    }
  }

  /**
   * A password was reset: its owner is told, and so is the team.
   *
   * @param provenBy where the passcode had been sent; empty where that cannot be read any more
   */
  record NoticeDue(
      AccountId account,
      String noticeId,
      Instant resetAt,
      Optional<Address> provenBy,
      String subject,
      Language language)
      implements OutboxEntry {
    @Override
    public Optional<String> reference() {
      return Optional.of(noticeId);
    }

    /**
     * The part of its id (a UUID) that the owner is told, for an operator to find the lines of this
     * reset by. Its hyphen keeps it from having six digits in a row, as passcodes do.
     */
    public String shortId() {
      return noticeId.substring(9, 18);
    }
  }

  /** Recovery of an address was shut: its owner is told. */
  record ShutDue(Address address, AddressHash hash, Instant shutAt, Language language)
      implements OutboxEntry {
    @Override
    public String subject() {
      return hash.subject();
    }

    @Override
    public Optional<String> reference() {
      return Optional.empty();
    }
  }
}
