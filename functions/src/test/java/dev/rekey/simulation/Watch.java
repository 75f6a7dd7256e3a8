package dev.rekey.simulation;

import static dev.rekey.simulation.Violation.unless;

import dev.rekey.account.AccountId;
import dev.rekey.account.IssuedToken;
import dev.rekey.account.Reset;
import dev.rekey.account.ResetOutcome;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.memory.InMemoryTables;
import dev.rekey.passcode.AddressView;
import dev.rekey.passcode.ChargeOutcome;
import dev.rekey.passcode.ChargeOutcome.Charged;
import dev.rekey.passcode.Erasure;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.OutboxEntry;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.OutboxEntry.ShutDue;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.RequestOutcome;
import dev.rekey.passcode.RequestOutcome.Requested;
import dev.rekey.passcode.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Stands behind the ports: is told of every write as it takes effect, asks the reference model what
 * it should have come to, and passes it on to the invariants.
 */
final class Watch {
  /** Whether the model is asked; without it the invariants must see a fault alone. */
  private final boolean modelled;

  private final Gate gate;
  private final InMemoryTables tables;
  private final InstantSource clock;
  private final Predicate<Reset> isConfirmed;
  private final BiPredicate<AccountId, Address> owns;
  private final Function<AddressHash, Optional<AccountId>> holder;
  private final Map<AddressHash, Model> models = new HashMap<>();
  final CodeInvariants codes;
  final TokenInvariants tokens = new TokenInvariants();
  final StreamInvariants stream;

  Watch(
      boolean modelled,
      Gate gate,
      InMemoryTables tables,
      InstantSource clock,
      Predicate<Reset> isConfirmed,
      BiPredicate<AccountId, Address> owns,
      Function<AddressHash, Optional<AccountId>> holder,
      CodeInvariants codes) {
    this.modelled = modelled;
    this.gate = gate;
    this.tables = tables;
    this.clock = clock;
    this.isConfirmed = isConfirmed;
    this.owns = owns;
    this.holder = holder;
    this.codes = codes;
    this.stream = new StreamInvariants(codes::digitsOf);
  }

  RequestOutcome request(PasscodeRequest request, RequestOutcome got) {
    var expected = model(request.hash()).request(request);
    var brought = tables.drain();
    if (got instanceof Requested) {
      boolean anew = codes.issued(request);
      stream.wrote(brought, anew ? 1 : 0, PasscodeDue.class);
    } else {
      stream.wrote(brought, 0, PasscodeDue.class);
    }
    agree("request", got, expected);
    return got;
  }

  ChargeOutcome charge(
      AddressHash at, Optional<Source> by, String operation, Instant now, ChargeOutcome got) {
    var expected = model(at).charge(by, operation, now);
    if (got instanceof Charged(var passcode, _)) {
      codes.charged(gate.running(), at, passcode.nonce(), by, clock.instant());
    }
    stream.wrote(tables.drain(), 0, OutboxEntry.class);
    agree("charge", got, expected);
    return got;
  }

  boolean forgive(AddressHash at, Nonce proven, Instant now, boolean got) {
    boolean expected = model(at).forgive(proven, now);
    if (got) {
      codes.proven(gate.running(), at, proven);
    }
    stream.wrote(tables.drain(), 0, OutboxEntry.class);
    agree("forgiveMisses", got, expected);
    return got;
  }

  boolean shut(AddressHash at, Instant now) {
    var brought = tables.drain();
    boolean shut = !brought.isEmpty();
    boolean expected = model(at).shut();
    stream.wrote(brought, shut ? 1 : 0, ShutDue.class);
    if (shut) {
      codes.shut(at);
    }
    agree("shut", shut, expected);
    return shut;
  }

  boolean open(AddressHash at, String operation, boolean got) {
    boolean expected = model(at).open(operation);
    if (got && !gate.running().opened) {
      codes.opened(at);
      gate.running().opened = true;
    }
    stream.wrote(tables.drain(), 0, OutboxEntry.class);
    agree("open", got, expected);
    return got;
  }

  Erasure erase(
      AddressHash at, Erasure got, BiFunction<AddressHash, Instant, Optional<AddressView>> view) {
    var expected = model(at).erase();
    var left = view.apply(at, clock.instant());
    long misses = left.map(AddressView::misses).orElse(0L);
    codes.erased(at, got, misses, left.flatMap(AddressView::shutSince).isPresent());
    tokens.erased(at);
    gate.running().erasure = Optional.of(got);
    stream.wrote(tables.drain(), 0, OutboxEntry.class);
    agree("erase", got, expected);
    return got;
  }

  boolean exchange(AddressHash at, Nonce proven, IssuedToken token, boolean got) {
    boolean expected = model(at).exchange(proven, token);
    if (got) {
      codes.exchanged(gate.running(), at, proven, token.digest());
      tokens.exchanged(at, token, clock.instant());
    }
    stream.wrote(tables.drain(), 0, OutboxEntry.class);
    agree("exchange", got, expected);
    return got;
  }

  boolean refusal(AddressHash at, TokenDigest token, String operation, Instant now, boolean got) {
    boolean expected = model(at).refusal(token, operation, now);
    if (got) {
      tokens.refusalCounted(gate.running(), token);
    }
    stream.wrote(tables.drain(), 0, OutboxEntry.class);
    agree("countRefusal", got, expected);
    return got;
  }

  ResetOutcome finish(Reset reset, Supplier<ResetOutcome> port) {
    var before = tables.stored(reset.token().account());
    boolean confirmed = isConfirmed.test(reset);
    boolean live = model(reset.address()).isLive(reset.token().digest(), reset.now());
    var got = port.get();
    boolean may = live && confirmed && before.filter(it -> resettable(it, reset)).isPresent();
    boolean done = got == ResetOutcome.DONE;
    var brought = tables.drain();
    stream.wrote(brought, done ? 1 : 0, NoticeDue.class);
    if (done) {
      model(reset.address()).spent();
      var after = tables.stored(reset.token().account()).orElseThrow();
      tokens.finished(gate.running(), reset, confirmed, after);
      stream.noticed(brought.getFirst(), reset.token().account());
    }
    agree("finish", got, may ? ResetOutcome.DONE : ResetOutcome.STALE);
    return got;
  }

  private static boolean resettable(StoredAccount account, Reset reset) {
    var issuedAt = reset.token().issuedAt();
    return account.active()
        && account.changedAt().isBefore(issuedAt)
        && account.compromisedAt().filter(at -> !at.isBefore(issuedAt)).isEmpty();
  }

  /** Whose an address is was asked for, by an operator. */
  Optional<AccountId> owner(AddressHash at, Optional<AccountId> got) {
    asked();
    unless(got.equals(holder.apply(at)), "R30: an address was taken for somebody else's");
    gate.running().foundAt = clock.instant();
    return got;
  }

  boolean compromise(AccountId account, AddressHash at, BooleanSupplier port) {
    unless(
        gate.running().kind == Flight.Kind.COMPROMISE,
        "R30: a password was taken, and nobody asked for that");
    boolean its = holder.apply(at).equals(Optional.of(account));
    boolean got = port.getAsBoolean();
    unless(its || !got, "R30: a password was taken from an account that has lost the address");
    unless(got || !its, "R30: a password was left to an account that has the address");
    if (got) {
      tokens.compromised(gate.running(), account, tables.stored(account).orElseThrow());
    }
    stream.wrote(tables.drain(), 0, OutboxEntry.class);
    return got;
  }

  /** After every step. */
  void check(Function<AddressHash, Optional<IssuedToken>> token) {
    tokens.check(tables::stored, token);
    codes
        .nameless()
        .forEach(at ->
            unless(
                tables.keepsCountsAlone(at),
                "R48: more than counts is left of an address that was erased"));
  }

  /**
   * An account was asked for. People can tell from time and answers what a call decides by: so it
   * decides by accounts only where the passcode of the address was known.
   */
  void asked() {
    var call = gate.running();
    unless(call.kind != Flight.Kind.SEND, "6: a send looked at accounts");
    unless(
        !call.isAttempt()
            || (codes.knows(call, call.charged) && !codes.isExpired(call.charged, call.began)),
        "6: an attempt looked at accounts before its passcode was right");
    call.asked = true;
    call.confirmed = false;
  }

  /** A confirmed account was found. */
  void found(AccountId id, Address address) {
    unless(owns.test(id, address), "7: an address was taken for one that its owner had confirmed");
    gate.running().confirmed = true;
  }

  void message(Address to, String text) {
    stream.message(gate.running(), to, text);
  }

  private Model model(AddressHash address) {
    return models.computeIfAbsent(address, _ -> new Model());
  }

  private void agree(String port, Object got, Object expected) {
    if (modelled && !got.equals(expected)) {
      throw new Violation(
          "model: " + port + " came to " + name(got) + " where it should be " + name(expected));
    }
  }

  /** Without its values, which are others in each list of steps. */
  private static String name(Object outcome) {
    return outcome instanceof Record ? outcome.getClass().getSimpleName() : outcome.toString();
  }
}
