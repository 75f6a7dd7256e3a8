package dev.rekey.memory;

import dev.rekey.account.Account;
import dev.rekey.account.AccountDirectory;
import dev.rekey.account.AccountId;
import dev.rekey.account.ConfirmedAccount;
import dev.rekey.account.Recipient;
import dev.rekey.account.Reset;
import dev.rekey.account.ResetOutcome;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.SuppressOutcome;
import dev.rekey.account.Suppression;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.AddressHashes;
import dev.rekey.address.Channel;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.password.StoredHash;
import java.time.Instant;
import java.util.Optional;

/** The accounts, in memory, beside the resets that a finish spends. */
public final class InMemoryAccountDirectory implements AccountDirectory {
  private final InMemoryTables tables;
  private final AddressHashes hashes;

  public InMemoryAccountDirectory(InMemoryTables tables, AddressHashes hashes) {
    this.tables = tables;
    this.hashes = hashes;
  }

  @Override
  public Optional<ConfirmedAccount> confirmed(Address address, AddressHash hash) {
    synchronized (tables) {
      return alias(address, hash)
          .filter(alias -> alias.active() && alias.address().verified())
          .flatMap(alias ->
              tables
                  .stored(alias.account())
                  .map(account ->
                      new ConfirmedAccount(
                          account.id(), account.language(), alias.suppression().isPresent())));
    }
  }

  private Optional<InMemoryTables.Alias> alias(Address address, AddressHash hash) {
    return tables
        .alias(address.channel(), hash)
        .filter(alias ->
            tables
                .restore(address.channel(), alias.address().asTyped())
                .filter(stored -> stored.normal().equals(address.normal()))
                .isPresent());
  }

  @Override
  public Optional<AccountId> owner(Address address, AddressHash hash) {
    synchronized (tables) {
      return alias(address, hash).map(InMemoryTables.Alias::account);
    }
  }

  @Override
  public boolean compromise(AccountId id, Channel channel, AddressHash hash, Instant now) {
    synchronized (tables) {
      var account =
          tables
              .alias(channel, hash)
              .filter(alias -> alias.account().equals(id))
              .flatMap(alias -> tables.stored(alias.account()));
      account.ifPresent(
          it -> tables.replace(with(it, Optional.empty(), it.changedAt(), Optional.of(now))));
      return account.isPresent();
    }
  }

  @Override
  public SuppressOutcome suppress(Address address, AddressHash hash, Suppression suppression) {
    synchronized (tables) {
      var alias = alias(address, hash);
      if (alias.isEmpty()) {
        return SuppressOutcome.NO_ACCOUNT;
      }
      var lifted = alias.get().liftedAt();
      if (lifted.filter(at -> !at.isBefore(suppression.since())).isPresent()) {
        return SuppressOutcome.LIFTED_SINCE;
      }
      var first = alias.get().suppression().orElse(suppression);
      tables.replace(address.channel(), hash, alias.get().with(Optional.of(first), lifted));
      return SuppressOutcome.SUPPRESSED;
    }
  }

  @Override
  public Optional<Suppression> suppression(Address address, AddressHash hash) {
    synchronized (tables) {
      return alias(address, hash).flatMap(InMemoryTables.Alias::suppression);
    }
  }

  @Override
  public boolean unsuppress(Address address, AddressHash hash, Instant now) {
    synchronized (tables) {
      var alias = alias(address, hash);
      boolean suppressed = alias.flatMap(InMemoryTables.Alias::suppression).isPresent();
      if (suppressed) {
        var lifted = alias.get().with(Optional.empty(), Optional.of(now));
        tables.replace(address.channel(), hash, lifted);
      }
      return suppressed || alias.flatMap(InMemoryTables.Alias::liftedAt).equals(Optional.of(now));
    }
  }

  @Override
  public Optional<Account> find(AccountId id) {
    synchronized (tables) {
      return tables.stored(id).map(this::account);
    }
  }

  private Account account(StoredAccount stored) {
    return new Account(
        stored.id(),
        stored.active(),
        stored.mfa(),
        stored.username(),
        stored
            .email()
            .flatMap(it -> tables.restore(Channel.EMAIL, it.asTyped()))
            .map(EmailAddress.class::cast),
        stored
            .phone()
            .flatMap(it -> tables.restore(Channel.SMS, it.asTyped()))
            .map(PhoneNumber.class::cast));
  }

  @Override
  public Optional<Recipient> recipient(AccountId id, Channel channel) {
    synchronized (tables) {
      return tables
          .stored(id)
          .filter(StoredAccount::active)
          .flatMap(account -> channel == Channel.EMAIL ? account.email() : account.phone())
          .flatMap(stored -> tables.restore(channel, stored.asTyped()))
          .flatMap(address ->
              confirmed(address, hashes.of(address))
                  .filter(owner -> owner.id().equals(id))
                  .map(owner -> new Recipient(address, owner.language(), owner.suppressed())));
    }
  }

  @Override
  public ResetOutcome finish(Reset reset) {
    synchronized (tables) {
      var state = tables.reset(reset.address());
      var account = tables.stored(reset.token().account());
      if (state == null || account.isEmpty() || !holdsLive(state, reset)) {
        return ResetOutcome.STALE;
      }
      if (!mayBeReset(account.get(), reset) || !confirmed(reset)) {
        return ResetOutcome.STALE;
      }
      tables.replace(withPassword(account.get(), reset));
      state.token = null;
      state.dropPasscode();
      tables.promise(
          state,
          new OutboxEntry.NoticeDue(
              reset.token().account(),
              reset.noticeId(),
              reset.now(),
              Optional.of(state.lastSend().address()),
              reset.address().subject(),
              state.lastSend().language()));
      return ResetOutcome.DONE;
    }
  }

  private static boolean holdsLive(AddressState state, Reset reset) {
    return state.token != null
        && state.token.digest().matches(reset.token().digest())
        && state.token.account().equals(reset.token().account())
        && !state.token.expiredAt(reset.now());
  }

  private static boolean mayBeReset(StoredAccount account, Reset reset) {
    var issuedAt = reset.token().issuedAt();
    return account.active()
        && account.changedAt().isBefore(issuedAt)
        && account.compromisedAt().filter(at -> !at.isBefore(issuedAt)).isEmpty();
  }

  private boolean confirmed(Reset reset) {
    return tables
        .alias(reset.token().channel(), reset.address())
        .filter(alias -> alias.account().equals(reset.token().account()))
        .filter(alias -> alias.active() && alias.address().verified())
        .isPresent();
  }

  private static StoredAccount withPassword(StoredAccount account, Reset reset) {
    return with(account, Optional.of(reset.password()), reset.now(), Optional.empty());
  }

  /** A password, or none and since when; sessions end with either. */
  private static StoredAccount with(
      StoredAccount account,
      Optional<StoredHash> password,
      Instant changedAt,
      Optional<Instant> compromisedAt) {
    return new StoredAccount(
        account.id(),
        account.active(),
        account.mfa(),
        account.username(),
        account.email(),
        account.phone(),
        account.language(),
        password,
        changedAt,
        account.epoch() + 1,
        compromisedAt);
  }
}
