package dev.rekey.memory;

import dev.rekey.account.IssuedToken;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.AddressHash;
import dev.rekey.passcode.AddressView;
import dev.rekey.passcode.ChargeOutcome;
import dev.rekey.passcode.Erasure;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.RequestOutcome;
import dev.rekey.passcode.RequestOutcome.Cause;
import dev.rekey.passcode.RequestOutcome.Requested;
import dev.rekey.passcode.RequestOutcome.Silenced;
import dev.rekey.passcode.RequestOutcome.TooSoon;
import dev.rekey.passcode.ResetStore;
import dev.rekey.passcode.Source;
import java.time.Instant;
import java.util.Optional;

/** The state of all addresses, in memory. */
public final class InMemoryResetStore implements ResetStore {
  private final InMemoryTables tables;
  private final Limits limits;

  public InMemoryResetStore(InMemoryTables tables, Limits limits) {
    this.tables = tables;
    this.limits = limits;
  }

  @Override
  public RequestOutcome request(PasscodeRequest request) {
    synchronized (tables) {
      var state = tables.reset(request.hash());
      var refusal = state == null ? Optional.<RequestOutcome>empty() : refusal(state, request);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      store(tables.resetOrNew(request.hash()), request);
      return new Requested();
    }
  }

  private Optional<RequestOutcome> refusal(AddressState state, PasscodeRequest request) {
    if (state.holds(request.passcode().nonce())) {
      return Optional.of(new Requested());
    }
    if (state.askedAt.isAfter(request.askedAt().minus(limits.resendAfter()))) {
      return Optional.of(new TooSoon());
    }
    return silence(state, request).map(Silenced::new);
  }

  private Optional<Cause> silence(AddressState state, PasscodeRequest request) {
    if (state.shut != null) {
      return Optional.of(Cause.SHUT);
    }
    if (state.sendDay < AddressState.day(request.askedAt())) {
      return Optional.empty();
    }
    if (state.sends >= limits.sendsPerDay()) {
      return Optional.of(Cause.SENDS_OF_THE_DAY);
    }
    return request
        .source()
        .filter(by -> state.sendsBy.getOrDefault(by.itemKey(), 0) >= limits.sendsPerSource())
        .map(_ -> Cause.SENDS_OF_THE_SOURCE);
  }

  private void store(AddressState state, PasscodeRequest request) {
    long day = AddressState.day(request.askedAt());
    if (state.sendDay < day) {
      state.sendDay = day;
      state.sends = 0;
      state.sendsBy.clear();
    }
    state.sends++;
    request.source().ifPresent(by -> state.sendsBy.merge(by.itemKey(), 1, Integer::sum));
    state.dropPasscode();
    state.operation = "";
    state.asked = request;
    state.askedAt = request.askedAt();
    state.holdsPasscode = true;
    tables.promise(
        state,
        new OutboxEntry.PasscodeDue(
            request.address(),
            request.hash(),
            request.passcode(),
            request.requestId(),
            request.language()));
  }

  @Override
  public ChargeOutcome charge(
      AddressHash address, Optional<Source> source, String operation, Instant now) {
    synchronized (tables) {
      var state = tables.reset(address);
      if (state == null) {
        return new ChargeOutcome.Refused();
      }
      boolean repeated = state.operation.equals(operation);
      boolean chargeable =
          state.holdsPasscode
              && state.shut == null
              && state.hasTries(source, limits)
              && state.hasMisses(source, now);
      if (!repeated && !chargeable) {
        boolean exhausted = state.misses >= Limits.MISSES_IN_ALL && state.shut == null;
        return exhausted ? new ChargeOutcome.Exhausted() : new ChargeOutcome.Refused();
      }
      if (!repeated) {
        state.count(source, now);
        state.operation = operation;
        state.promised = null;
      }
      return state.holdsPasscode
          ? new ChargeOutcome.Charged(state.lastSend().passcode(), state.misses)
          : new ChargeOutcome.Refused();
    }
  }

  @Override
  public boolean forgiveMisses(AddressHash address, Nonce proven, Instant now) {
    synchronized (tables) {
      var state = tables.reset(address);
      if (state == null || !state.holds(proven) || state.lastSend().passcode().expiredAt(now)) {
        return false;
      }
      state.forgetMisses();
      state.promised = null;
      return true;
    }
  }

  @Override
  public boolean shut(AddressHash address, Instant now) {
    synchronized (tables) {
      var state = tables.reset(address);
      if (state != null
          && state.shut == null
          && state.misses >= Limits.MISSES_IN_ALL
          && state.asked != null) {
        state.shut = now;
        state.dropPasscode();
        var asked = state.lastSend();
        tables.promise(
            state, new OutboxEntry.ShutDue(asked.address(), address, now, asked.language()));
      }
      return state != null && now.equals(state.shut);
    }
  }

  @Override
  public boolean open(AddressHash address, String operation, Instant now) {
    synchronized (tables) {
      var state = tables.reset(address);
      if (state == null || state.shut == null) {
        return state != null && state.operation.equals(operation);
      }
      state.shut = null;
      state.operation = operation;
      state.forgetMisses();
      state.promised = null;
      return true;
    }
  }

  @Override
  public Erasure erase(AddressHash address) {
    synchronized (tables) {
      var state = tables.reset(address);
      if (state == null || (state.shut == null && state.misses == 0)) {
        tables.forget(address);
        return Erasure.WHOLE;
      }
      state.erase();
      return Erasure.COUNTS_KEPT;
    }
  }

  @Override
  public Optional<AddressView> view(AddressHash address, Instant now) {
    synchronized (tables) {
      return Optional.ofNullable(tables.reset(address)).map(state -> view(state, now));
    }
  }

  private static AddressView view(AddressState state, Instant now) {
    return new AddressView(
        Optional.ofNullable(state.shut),
        state.misses,
        state.sendDay == AddressState.day(now) ? state.sends : 0,
        state.askedAt,
        state.holdsPasscode
            ? Optional.of(state.lastSend().passcode().expiresAt())
            : Optional.empty(),
        Optional.ofNullable(state.token).map(IssuedToken::expiresAt));
  }

  @Override
  public boolean exchange(AddressHash address, Nonce proven, IssuedToken token) {
    synchronized (tables) {
      var state = tables.reset(address);
      if (state == null) {
        return false;
      }
      if (!state.holds(proven) || state.lastSend().passcode().expiredAt(token.issuedAt())) {
        return state.token != null && state.token.digest().matches(token.digest());
      }
      state.token = token;
      state.refusals = 0;
      state.forgetMisses();
      state.dropPasscode();
      state.promised = null;
      return true;
    }
  }

  @Override
  public Optional<IssuedToken> token(AddressHash address) {
    synchronized (tables) {
      return Optional.ofNullable(tables.reset(address))
          .filter(state -> state.refusals < Limits.REFUSALS_PER_TOKEN)
          .map(state -> state.token);
    }
  }

  @Override
  public boolean countRefusal(
      AddressHash address, TokenDigest token, String operation, Instant now) {
    synchronized (tables) {
      var state = tables.reset(address);
      if (state == null) {
        return false;
      }
      if (state.operation.equals(operation)) {
        return true;
      }
      boolean live =
          state.token != null
              && state.token.digest().matches(token)
              && !state.token.expiredAt(now)
              && state.refusals < Limits.REFUSALS_PER_TOKEN;
      if (live) {
        state.refusals++;
        state.operation = operation;
        state.promised = null;
      }
      return live;
    }
  }
}
