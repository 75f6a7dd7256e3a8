package dev.rekey.verifyreset;

import dev.rekey.account.AccountDirectory;
import dev.rekey.account.ConfirmedAccount;
import dev.rekey.account.IssuedToken;
import dev.rekey.account.ResetToken;
import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.passcode.IssuedPasscode;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.ResetStore;
import dev.rekey.passcode.Source;
import dev.rekey.verifyreset.AttemptOutcome.Expired;
import dev.rekey.verifyreset.AttemptOutcome.Right;
import dev.rekey.verifyreset.AttemptOutcome.Wrong;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Exchanges a passcode for a reset token, at most once (R12, invariant 3). Thread-safe. */
final class VerifyReset {
  private final AddressHashes hashes;
  private final Attempt attempt;
  private final AccountDirectory accounts;
  private final ResetStore resets;
  private final Limits limits;
  private final InstantSource clock;
  private final SecureRandom random;

  VerifyReset(
      AddressHashes hashes,
      Attempt attempt,
      AccountDirectory accounts,
      ResetStore resets,
      Limits limits,
      InstantSource clock,
      SecureRandom random) {
    this.hashes = hashes;
    this.attempt = attempt;
    this.accounts = accounts;
    this.resets = resets;
    this.limits = limits;
    this.clock = clock;
    this.random = random;
  }

  /** What the audit calls the address. */
  String subject(Proof proof) {
    return hashes.of(proof.address()).subject();
  }

  ExchangeOutcome exchange(Proof proof, Optional<Source> source) {
    var now = clock.instant();
    var address = hashes.of(proof.address());
    return switch (attempt.at(proof, address, source, now)) {
      case Wrong(var cause) -> new ExchangeOutcome.Wrong(cause);
      case Expired() -> new ExchangeOutcome.Expired();
      case Right(IssuedPasscode passcode) ->
          accounts
              .confirmed(proof.address(), address)
              .map(account -> issue(proof, address, passcode, account, now))
              .orElseGet(() -> new ExchangeOutcome.Wrong(WrongCause.NO_CONFIRMED_ACCOUNT));
    };
  }

  private ExchangeOutcome issue(
      Proof proof,
      AddressHash address,
      IssuedPasscode passcode,
      ConfirmedAccount account,
      Instant now) {
    var token = ResetToken.fresh(address, random);
    var expiresAt = now.plus(limits.resetTokenLife());
    var issued =
        new IssuedToken(token.digest(), account.id(), proof.address().channel(), now, expiresAt);
    return resets.exchange(address, passcode.nonce(), issued)
        ? new ExchangeOutcome.Exchanged(token, limits.resetTokenLife())
        : new ExchangeOutcome.Wrong(WrongCause.EXCHANGED_ALREADY);
  }
}
