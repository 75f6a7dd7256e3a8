package dev.rekey.simulation;

import static dev.rekey.simulation.Violation.unless;

import dev.rekey.account.IssuedToken;
import dev.rekey.account.Reset;
import dev.rekey.account.ResetOutcome;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.memory.InMemoryTables;
import dev.rekey.passcode.ChargeOutcome;
import dev.rekey.passcode.ChargeOutcome.Charged;
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
      CodeInvariants codes) {
    this.modelled = modelled;
    this.gate = gate;
    this.tables = tables;
    this.clock = clock;
    this.isConfirmed = isConfirmed;
    this.codes = codes;
    this.stream = new StreamInvariants(codes::digitsOf);
  }

  RequestOutcome request(PasscodeRequest request, RequestOutcome got) {
    agree("request", got, model(request.hash()).request(request));
    var brought = tables.drain();
    if (got instanceof Requested) {
      boolean anew = codes.digitsOf(request.passcode().nonce()).isEmpty();
      codes.issued(request);
      stream.wrote(brought, anew ? 1 : 0, PasscodeDue.class);
    } else {
      stream.wrote(brought, 0, PasscodeDue.class);
    }
    return got;
  }

  ChargeOutcome charge(
      AddressHash at, Optional<Source> by, String operation, Instant now, ChargeOutcome got) {
    agree("charge", got, model(at).charge(by, operation, now));
    if (got instanceof Charged(var passcode, _)) {
      codes.charged(gate.running(), at, passcode.nonce(), by, clock.instant());
    }
    stream.wrote(tables.drain(), 0, OutboxEntry.class);
    return got;
  }

  boolean forgive(AddressHash at, Nonce proven, Instant now, boolean got) {
    agree("forgiveMisses", got, model(at).forgive(proven, now));
    if (got) {
      codes.proven(gate.running(), at, proven);
    }
    stream.wrote(tables.drain(), 0, OutboxEntry.class);
    return got;
  }

  boolean shut(AddressHash at, Instant now) {
    var brought = tables.drain();
    boolean shut = !brought.isEmpty();
    agree("shut", shut, model(at).shut());
    stream.wrote(brought, shut ? 1 : 0, ShutDue.class);
    if (shut) {
      unless(!codes.isShut(at), "2: the owner is told twice that an address was shut");
      codes.shut(at);
    }
    return shut;
  }

  boolean open(AddressHash at, String operation, boolean got) {
    agree("open", got, model(at).open(operation));
    if (got && !gate.running().opened) {
      codes.opened(at);
      gate.running().opened = true;
    }
    stream.wrote(tables.drain(), 0, OutboxEntry.class);
    return got;
  }

  boolean exchange(AddressHash at, Nonce proven, IssuedToken token, boolean got) {
    agree("exchange", got, model(at).exchange(proven, token));
    if (got) {
      codes.exchanged(gate.running(), at, proven, token.digest());
      tokens.exchanged(at, token, clock.instant());
    }
    stream.wrote(tables.drain(), 0, OutboxEntry.class);
    return got;
  }

  boolean refusal(AddressHash at, TokenDigest token, String operation, Instant now, boolean got) {
    agree("countRefusal", got, model(at).refusal(token, operation, now));
    if (got) {
      tokens.refusalCounted(gate.running(), token);
    }
    stream.wrote(tables.drain(), 0, OutboxEntry.class);
    return got;
  }

  ResetOutcome finish(Reset reset, Supplier<ResetOutcome> port) {
    var before = tables.stored(reset.token().account());
    boolean confirmed = isConfirmed.test(reset);
    boolean live = model(reset.address()).isLive(reset.token().digest(), reset.now());
    var got = port.get();
    boolean may = live && confirmed && before.filter(it -> resettable(it, reset)).isPresent();
    agree("finish", got, may ? ResetOutcome.DONE : ResetOutcome.STALE);
    boolean done = got == ResetOutcome.DONE;
    stream.wrote(tables.drain(), done ? 1 : 0, NoticeDue.class);
    if (done) {
      model(reset.address()).spent();
      var after = tables.stored(reset.token().account()).orElseThrow();
      tokens.finished(gate.running(), reset, confirmed, after);
    }
    return got;
  }

  private static boolean resettable(StoredAccount account, Reset reset) {
    return account.active() && account.changedAt().isBefore(reset.token().issuedAt());
  }

  void message(Address to, String text) {
    stream.message(gate.running(), to, text);
  }

  private Model model(AddressHash address) {
    return models.computeIfAbsent(address, _ -> new Model());
  }

  private void agree(String port, Object got, Object expected) {
    if (modelled && !got.equals(expected)) {
      throw new Violation("model: " + port + " came to " + got + " where it should be " + expected);
    }
  }
}
