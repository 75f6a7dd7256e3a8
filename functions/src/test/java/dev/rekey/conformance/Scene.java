package dev.rekey.conformance;

import dev.rekey.account.AccountId;
import dev.rekey.account.IssuedToken;
import dev.rekey.account.Reset;
import dev.rekey.account.ResetOutcome;
import dev.rekey.account.ResetToken;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.address.Channel;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.message.Language;
import dev.rekey.passcode.ChargeOutcome;
import dev.rekey.passcode.ChargeOutcome.Charged;
import dev.rekey.passcode.IssuedPasscode;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.RequestOutcome;
import dev.rekey.passcode.ResetStore;
import dev.rekey.passcode.Source;
import dev.rekey.password.StoredHash;
import dev.rekey.testing.TestKeys;
import dev.rekey.testing.TestLimits;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One new address and what is done to it, by a clock of its own. */
public final class Scene {
  /** A morning, so that a test has most of a UTC day before it. */
  public static final Instant START = Instant.parse("2026-03-10T09:00:00Z");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final AddressHashes HASHES = new AddressHashes(TestKeys.keys());

  private final Stores stores;
  private final Limits limits;
  private final ResetStore resets;
  private final Address address;
  private final AddressHash hash;
  private Instant now = START;
  private IssuedPasscode passcode = new IssuedPasscode(Nonce.fresh(RANDOM), "none", START);

  public Scene(Stores stores) {
    this(stores, TestLimits.DEFAULT, someEmail());
  }

  public Scene(Stores stores, Limits limits, Address address) {
    this.stores = stores;
    this.limits = limits;
    this.resets = stores.resets(limits);
    this.address = address;
    this.hash = HASHES.of(address);
  }

  /** An e-mail address that no other test has. */
  public static EmailAddress someEmail() {
    return EmailAddress.parse(UUID.randomUUID() + "@example.com").orElseThrow();
  }

  /** A number that no other test has. */
  public static PhoneNumber someNumber() {
    String digits = String.format(Locale.ROOT, "%08d", RANDOM.nextInt(100_000_000));
    return PhoneNumber.parse("+86138" + digits, Optional.empty(), "ZZ").orElseThrow();
  }

  /** The same number is the same source; item keys are as long as in production. */
  public static Optional<Source> source(int number) {
    String key = String.format(Locale.ROOT, "s%05d", number);
    return Optional.of(new Source(key, key));
  }

  /** What a trusted backend that names nobody is. */
  public static Optional<Source> nobody() {
    return Optional.empty();
  }

  public ResetStore resets() {
    return resets;
  }

  public Address address() {
    return address;
  }

  public AddressHash hash() {
    return hash;
  }

  public Instant now() {
    return now;
  }

  /** The nonce of the last request of this scene. */
  public Nonce nonce() {
    return passcode.nonce();
  }

  /** What an attempt at that passcode should find. */
  public Charged charged(int misses) {
    return new Charged(passcode, misses);
  }

  public void later(Duration by) {
    now = now.plus(by);
  }

  public void at(Instant instant) {
    now = instant;
  }

  public PasscodeRequest request(Optional<Source> by) {
    var expiresAt = now.plus(limits.passcodeLife(address.channel()));
    String codeKey = TestKeys.keyring().codeKeys().newest(now).id();
    passcode = new IssuedPasscode(Nonce.fresh(RANDOM), codeKey, expiresAt);
    return new PasscodeRequest(
        address, hash, passcode, UUID.randomUUID().toString(), by, now, Language.EN_US);
  }

  public RequestOutcome send(Optional<Source> by) {
    return resets.request(request(by));
  }

  public ChargeOutcome charge(Optional<Source> by) {
    return resets.charge(hash, by, UUID.randomUUID().toString(), now);
  }

  /** How many of so many attempts are taken. */
  public int charged(int attempts, Optional<Source> by) {
    int taken = 0;
    for (int i = 0; i < attempts; i++) {
      taken += charge(by) instanceof Charged ? 1 : 0;
    }
    return taken;
  }

  /** Misses by strangers, ten a passcode and five a source, with a send before each ten. */
  public void missTens(int tens) {
    for (int i = 0; i < tens; i++) {
      send(source(1000 + i));
      charged(5, source(2000 + i));
      charged(5, source(3000 + i));
      later(limits.resendAfter());
    }
  }

  /** A token that nothing knows of yet. */
  public IssuedToken newToken(AccountId account) {
    return new IssuedToken(
        ResetToken.fresh(hash, RANDOM).digest(),
        account,
        address.channel(),
        now,
        now.plus(limits.resetTokenLife()));
  }

  /** Exchanges the last passcode. */
  public boolean exchange(IssuedToken token) {
    return resets.exchange(hash, passcode.nonce(), token);
  }

  /** Sends and exchanges: a token that may be spent. */
  public IssuedToken liveToken(AccountId account) {
    send(source(1));
    var token = newToken(account);
    exchange(token);
    return token;
  }

  public boolean refuse(IssuedToken token) {
    return resets.countRefusal(hash, token.digest(), UUID.randomUUID().toString(), now);
  }

  /** An active account with this address, verified, a second factor, and a password a day old. */
  public StoredAccount account() {
    var stored = new StoredAddress(address.normal(), true);
    boolean mail = address.channel() == Channel.EMAIL;
    var account =
        new StoredAccount(
            new AccountId(UUID.randomUUID().toString()),
            true,
            true,
            Optional.of("ada"),
            mail ? Optional.of(stored) : Optional.empty(),
            mail ? Optional.empty() : Optional.of(stored),
            Optional.of(Language.JA_JP),
            Optional.of(new StoredHash("$old$", "pepper-1")),
            START.minus(Duration.ofDays(1)),
            3,
            Optional.empty());
    stores.put(account);
    return account;
  }

  /** A reset with that token, now. */
  public Reset reset(IssuedToken token) {
    return new Reset(
        hash, token, new StoredHash("$new$", "pepper-2"), UUID.randomUUID().toString(), now);
  }

  public ResetOutcome finish(IssuedToken token) {
    return stores.accounts().finish(reset(token));
  }
}
