package dev.rekey.simulation;

import dev.rekey.account.ResetToken;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.Channel;
import dev.rekey.passcode.ResetStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes steps happen to a service of its own, and checks the invariants after each of them. */
final class Simulation {
  static final int SLOTS = 6;

  /** Longer than any function of the template may run that answers people. */
  private static final Duration FUNCTION_LIFE = Duration.ofSeconds(29);

  private final SimulatedService service;
  private final @Nullable Flight[] slots = new Flight[SLOTS];
  private final Map<AddressHash, List<ResetToken>> tokens = new HashMap<>();
  private final Map<Channel, Integer> delivered = new EnumMap<>(Channel.class);
  private final Answers answers;
  private final SeededRandom random = new SeededRandom(2);
  private final Counts counts;
  private int calls;

  Simulation(boolean modelled, UnaryOperator<ResetStore> port, Counts counts) {
    this.counts = counts;
    service = new SimulatedService(modelled, port, counts);
    answers = new Answers(service.watch, service.clock);
  }

  Simulation run(List<Step> program) {
    program.forEach(this::apply);
    return this;
  }

  void apply(Step step) {
    switch (step) {
      case Step.Send it -> send(it);
      case Step.Guess it -> guess(it);
      case Step.Reset it -> reset(it);
      case Step.Deliver it -> deliver(it);
      case Step.Open(int slot, int person) ->
          operate(slot, Flight.Kind.OPEN, person, service.operators::open);
      case Step.Erase(int slot, int person) ->
          operate(slot, Flight.Kind.ERASE, person, service.operators::erase);
      case Step.Compromise(int slot, int person) ->
          operate(slot, Flight.Kind.COMPROMISE, person, service.operators::compromise);
      case Step.Go(int slot, Fault fault) -> go(slot, fault);
      case Step.Wait(var pause) -> waitFor(pause);
      case Step.Team(var change) -> {
        service.people.change(change);
        happened();
      }
      case Step.Keys(boolean away) -> {
        service.keys.away(away);
        happened();
      }
    }
    service.watch.check(service.store::token);
  }

  private void operate(int slot, Flight.Kind kind, int person, Function<Address, Answer> does) {
    var flight = new Flight(kind, service.clock.instant());
    begin(slot, flight, () -> does.apply(People.ADDRESSES.get(person)));
  }

  private void send(Step.Send step) {
    var to = People.ADDRESSES.get(step.person());
    var source = People.SOURCES.get(step.source());
    var flight = new Flight(Flight.Kind.SEND, service.clock.instant());
    String id = "request-" + ++calls;
    begin(step.slot(), flight, () -> service.send.send(to, source, id));
  }

  private void guess(Step.Guess step) {
    var at = People.ADDRESSES.get(step.person());
    var flight = new Flight(step.kind(), service.clock.instant());
    flight.source = People.SOURCES.get(step.source());
    flight.typed = typed(step.typed(), service.watch.codes.issuedTo(hash(step.person())));
    begin(
        step.slot(),
        flight,
        () ->
            step.kind() == Flight.Kind.VERIFY
                ? service.proofs.verify(at, flight.typed, flight.source)
                : service.proofs.preCheck(at, flight.typed, flight.source));
  }

  private static String typed(Step.Typed typed, List<String> issued) {
    String last = issued.isEmpty() ? "000000" : issued.getLast();
    return switch (typed) {
      case RIGHT -> last;
      case EARLIER -> issued.size() < 2 ? "000001" : issued.get(issued.size() - 2);
      case WRONG -> String.format("%06d", (Integer.parseInt(last) + 1) % 1_000_000);
      case NO_PASSCODE -> "none";
    };
  }

  private void reset(Step.Reset step) {
    var hash = hash(step.person());
    var known = tokens.getOrDefault(hash, List.of());
    int back = step.token() == Step.Token.EARLIER ? 2 : 1;
    var token =
        step.token() == Step.Token.MADE_UP || known.size() < back
            ? ResetToken.fresh(hash, random)
            : known.get(known.size() - back);
    var flight = new Flight(Flight.Kind.RESET, service.clock.instant());
    flight.sentToken = Optional.of(token.digest());
    String password =
        step.password() == Step.Password.GOOD
            ? step.password().text + ++calls
            : step.password().text;
    flight.password = password;
    flight.fit = step.password() == Step.Password.GOOD;
    begin(step.slot(), flight, () -> service.resets.set(token, password));
  }

  private void deliver(Step.Deliver step) {
    var stream = service.watch.stream.stream();
    int at = Math.max(0, delivered.getOrDefault(step.by(), 0) - step.behind());
    if (at < stream.size()) {
      var flight = new Flight(Flight.Kind.DELIVER, service.clock.instant());
      flight.entry = stream.get(at);
      flight.by = step.by();
      var door = step.by() == Channel.EMAIL ? service.mail : service.sms;
      begin(step.slot(), flight, () -> door.deliver(stream.get(at)));
    }
  }

  private void begin(int wanted, Flight flight, Supplier<Answer> call) {
    int slot = next(wanted, false);
    if (slot < 0) { // all are busy: one goes on instead
      go(wanted, Fault.NONE);
      return;
    }
    var actor = new Actor(call);
    flight.board(actor);
    slots[slot] = flight;
    service.gate.turnOf(flight);
    happened();
    actor.begin();
    land(slot, flight);
  }

  private void go(int wanted, Fault fault) {
    int slot = next(wanted, true);
    var flight = slot < 0 ? null : slots[slot];
    if (flight != null) {
      service.gate.turnOf(flight);
      happened();
      flight.actor().go(fault);
      land(slot, flight);
    }
  }

  /** The slot itself, or the next one that is as busy as wanted; none: -1. */
  private int next(int wanted, boolean busy) {
    for (int i = 0; i < SLOTS; i++) {
      int slot = (wanted + i) % SLOTS;
      if ((slots[slot] != null) == busy) {
        return slot;
      }
    }
    return -1;
  }

  /** What has waited for longer than a function may run is ended by the platform. */
  private void waitFor(Step.Pause pause) {
    service.clock.moveTo(pause.after(service.clock.instant()));
    happened();
    for (int slot = 0; slot < SLOTS; slot++) {
      var flight = slots[slot];
      if (flight != null && flight.began.plus(FUNCTION_LIFE).isBefore(service.clock.instant())) {
        go(slot, Fault.DIES_BEFORE);
      }
    }
  }

  private void land(int slot, Flight flight) {
    flight
        .actor()
        .answer()
        .ifPresent(answer -> {
          slots[slot] = null;
          answers.judge(flight, answer);
          counts.answered(answer);
          if (answer instanceof Answer.Exchanged(ResetToken token)) {
            tokens.computeIfAbsent(token.address(), _ -> new ArrayList<>()).add(token);
          }
          if (answer instanceof Answer.Settled || answer instanceof Answer.NotOurs) {
            delivered(flight);
          }
        });
  }

  /** Moves on in the stream, if it was the next record and not one that came again. */
  private void delivered(Flight flight) {
    int at = delivered.getOrDefault(flight.by, 0);
    var stream = service.watch.stream.stream();
    if (at < stream.size() && stream.get(at).equals(flight.entry)) {
      delivered.put(flight.by, at + 1);
    }
  }

  /** Lets everything come to its end without further faults, and looks whether all was told. */
  Simulation end() {
    apply(new Step.Keys(false));
    land();
    exhausted().filter(person -> !isNameless(person)).forEach(this::shuts);
    deliverAll();
    exhausted()
        .filter(this::isNameless)
        .forEach(person -> {
          apply(new Step.Wait(Step.Pause.DAY));
          alone(new Step.Send(0, person, 0));
          shuts(person);
        });
    deliverAll();
    service.watch.stream.atTheEnd();
    return this;
  }

  /** Where no attempt is left, the next one shuts the address. */
  private void shuts(int person) {
    alone(new Step.Guess(0, Flight.Kind.VERIFY, person, 0, Step.Typed.WRONG));
    Violation.unless(
        service.watch.codes.isShut(hash(person)), "2: no attempt is left, and nobody is told");
  }

  private Stream<Integer> exhausted() {
    return service.watch.codes.exhausted().stream().map(SimulatedService.HASHES_OF_PEOPLE::indexOf);
  }

  /** Only counts are left, so that nobody knows whom to tell. */
  private boolean isNameless(int person) {
    var at = hash(person);
    return service.watch.codes.nameless().contains(at) && !service.watch.codes.isShut(at);
  }

  private void deliverAll() {
    for (var channel : Channel.values()) {
      while (delivered.getOrDefault(channel, 0) < service.watch.stream.stream().size()) {
        alone(new Step.Deliver(0, channel, 0));
      }
    }
  }

  private void alone(Step call) {
    apply(call);
    land();
  }

  /** What may happen to the port call that the call in this slot waits for. */
  List<Fault> faults(int slot) {
    var flight = slots[slot];
    return flight == null ? List.of(Fault.NONE) : flight.actor().faults();
  }

  boolean isShut(int person) {
    return service.watch.codes.isShut(hash(person));
  }

  boolean isBusy(int slot) {
    return slots[slot] != null;
  }

  private void happened() {
    counts.step();
  }

  /** Lets all calls in flight come to their end. */
  void land() {
    while (next(0, true) >= 0) {
      apply(new Step.Go(0, Fault.NONE));
    }
  }

  private static AddressHash hash(int person) {
    return SimulatedService.HASHES_OF_PEOPLE.get(person);
  }
}
