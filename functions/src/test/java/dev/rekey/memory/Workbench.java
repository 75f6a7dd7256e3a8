package dev.rekey.memory;

import dev.rekey.account.AccountId;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.message.Language;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.Passcode;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.Passcodes;
import dev.rekey.passcode.Source;
import dev.rekey.testing.MovableClock;
import dev.rekey.testing.TestKeys;
import dev.rekey.testing.TestLimits;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/** The stores in memory with people in them, for tests of use cases. */
public final class Workbench {
  public static final EmailAddress ADA = EmailAddress.parse("ada@example.com").orElseThrow();
  public static final EmailAddress NOBODY = EmailAddress.parse("nobody@example.com").orElseThrow();
  public static final EmailAddress DISABLED =
      EmailAddress.parse("disabled@example.com").orElseThrow();
  public static final EmailAddress UNVERIFIED =
      EmailAddress.parse("unverified@example.com").orElseThrow();
  public static final PhoneNumber ADAS_PHONE =
      PhoneNumber.parse("13800138000", Optional.of("+86"), "CN").orElseThrow();
  public static final AccountId ADAS_ACCOUNT = new AccountId("ada");
  public static final Optional<Source> SOURCE = Optional.of(new Source("rate", "item"));

  public final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
  public final AddressHashes hashes = new AddressHashes(TestKeys.keys());
  public final Passcodes passcodes = new Passcodes(TestKeys.keys(), new SecureRandom());
  public final InMemoryTables tables = new InMemoryTables(hashes);
  public final InMemoryResetStore resets = new InMemoryResetStore(tables, TestLimits.DEFAULT);
  public final InMemoryAccountDirectory accounts = new InMemoryAccountDirectory(tables, hashes);

  public Workbench() {
    tables.put(
        account(
            "ada",
            true,
            Optional.of(new StoredAddress("Ada@Example.com", true)),
            Optional.of(new StoredAddress("+8613800138000", true))));
    tables.put(
        account(
            "disabled",
            false,
            Optional.of(new StoredAddress("disabled@example.com", true)),
            Optional.empty()));
    tables.put(
        account(
            "unverified",
            true,
            Optional.of(new StoredAddress("unverified@example.com", false)),
            Optional.empty()));
  }

  /** An account whose password was set long ago, of somebody who reads English. */
  public static StoredAccount account(
      String id, boolean active, Optional<StoredAddress> email, Optional<StoredAddress> phone) {
    return new StoredAccount(
        new AccountId(id),
        active,
        false,
        Optional.of(id + "-the-first"),
        email,
        phone,
        Optional.of(Language.EN_US),
        Optional.empty(),
        Instant.parse("2026-01-01T00:00:00Z"),
        7,
        Optional.empty());
  }

  public AddressHash hash(Address address) {
    return hashes.of(address);
  }

  /** Asks for a passcode in Chinese. */
  public PasscodeDue ask(Address to) {
    var life = TestLimits.DEFAULT.passcodeLife(to.channel());
    resets.request(
        new PasscodeRequest(
            to,
            hash(to),
            passcodes.issue(clock.instant(), life),
            "request",
            SOURCE,
            clock.instant(),
            Language.ZH_CN));
    return (PasscodeDue) tables.drain().getLast();
  }

  /** Asks for a passcode, and reads it as its owner would. */
  public Passcode passcode(Address to) {
    return passcodes.digits(ask(to).passcode(), to).orElseThrow();
  }

  /** A passcode that is not this one. */
  public static Passcode wrong(Passcode right) {
    return new Passcode(right.digits().equals("000000") ? "000001" : "000000");
  }
}
