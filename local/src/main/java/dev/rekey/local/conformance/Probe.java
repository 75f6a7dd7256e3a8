package dev.rekey.local.conformance;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What rules ask with: people, steps, messages and time. It counts the calls of each source, so
 * that a rule meets the limit of calls only where it means to. Thread-safe, but for the clock.
 */
final class Probe {
  /** Right by a chance of one in a million. */
  static final String WRONG = "000000";

  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final int GRACES = 40; // of which one patience consists

  private final ResetService service;
  private final AtomicLong people;
  private final AtomicIntegerArray calls;

  /**
   * Asks a service.
   *
   * @param first number of the first person; two runs against one service need other people
   */
  Probe(ResetService service, long first) {
    this.service = service;
    people = new AtomicLong(first);
    calls = new AtomicIntegerArray(Math.max(1, service.sources()));
  }

  ResetService service() {
    return service;
  }

  Limits limits() {
    return service.limits();
  }

  /** Before a rule: each source can make half of its calls, many of them at once. */
  void begin() {
    room(limits().callsPerMinute() / 2);
  }

  /** Makes room for so many calls of each source. */
  void room(int wanted) {
    for (int source = 0; source < calls.length(); source++) {
      if (calls.get(source) + wanted >= limits().callsPerMinute()) {
        forget();
        return;
      }
    }
  }

  private void forget() {
    try {
      service.forgetCalls();
      clearCalls();
    } catch (NotAsked e) {
      pass(Duration.of(1, MINUTES));
    }
  }

  private void clearCalls() {
    for (int source = 0; source < calls.length(); source++) {
      calls.set(source, 0);
    }
  }

  /** So many sources of their own, or the rule is not asked. */
  void needSources(int wanted) {
    if (calls.length() < wanted) {
      throw new NotAsked(
          "needs callers from %d network addresses, there %s %d"
              .formatted(wanted, calls.length() == 1 ? "is" : "are", calls.length()));
    }
  }

  Person stranger() {
    return service.person(people.incrementAndGet());
  }

  Person someone() {
    return someone(Standing.ACTIVE);
  }

  Person someone(Standing standing) {
    var person = stranger();
    if (standing != Standing.UNKNOWN) {
      service.create(person, standing);
    }
    return person;
  }

  /** Where a person calls from. */
  int home(Person person) {
    return (int) (person.number() % calls.length());
  }

  Heard say(Call call, int source) {
    int from = source % calls.length();
    if (calls.incrementAndGet(from) >= limits().callsPerMinute()) {
      forget();
    }
    return sayUncounted(call, from);
  }

  Heard sayUncounted(Call call, int source) {
    var answer = service.send(call, source % calls.length());
    return new Heard(answer, service.read(call, answer));
  }

  Heard ask(Person person, Channel channel) {
    return ask(person, channel, home(person));
  }

  Heard ask(Person person, Channel channel, int source) {
    return say(service.ask(channel, person.address(channel)), source);
  }

  Heard exchange(Person person, Channel channel, String passcode) {
    return exchange(person, channel, passcode, home(person));
  }

  Heard exchange(Person person, Channel channel, String passcode, int source) {
    return say(service.exchange(channel, person.address(channel), passcode), source);
  }

  Heard reset(Person person, String token, String password) {
    return say(service.reset(token, password), home(person));
  }

  /** Asks, and reads the passcode that comes. */
  String passcode(Person person, Channel channel) {
    return passcode(person, channel, home(person));
  }

  String passcode(Person person, Channel channel, int source) {
    int before = messages(person, channel).size();
    ask(person, channel, source);
    var sent = await(person, channel, before + 1);
    if (sent.size() <= before) {
      throw new NotAsked("no passcode came to whom it was asked for; see R0");
    }
    return service
        .passcode(sent.getLast())
        .orElseThrow(() -> new NotAsked("a message came without a passcode; see R0"));
  }

  /** Goes as far as the token. */
  String token(Person person) {
    return token(person, Channel.MAIL);
  }

  String token(Person person, Channel channel) {
    return exchange(person, channel, passcode(person, channel))
        .token()
        .orElseThrow(() -> new NotAsked("the right passcode was not exchanged; see R0"));
  }

  /** A password that nobody's rules should refuse. */
  static String fresh(Person person) {
    return "New-Violet-Lantern-" + person.number();
  }

  boolean signsIn(Person person, String password) {
    return service.signsIn(person.email(), password);
  }

  List<Message> messages(Person person, Channel channel) {
    return service.messages(channel, person.address(channel));
  }

  /** As soon as there are so many; or what there is once a message had time enough. */
  List<Message> await(Person person, Channel channel, int count) {
    long end = System.nanoTime() + service.patience().toNanos();
    var messages = messages(person, channel);
    while (messages.size() < count && System.nanoTime() < end) {
      pause(PAUSE);
      messages = messages(person, channel);
    }
    return messages;
  }

  /** What there is once a message that was asked for later has come, and a moment more. */
  List<Message> settled(Person person, Channel channel) {
    passcode(someone(), channel);
    pause(service.patience().dividedBy(GRACES));
    return messages(person, channel);
  }

  /** Lets the time pass. */
  Instant pass(Duration time) {
    var now = service.advance(time);
    if (time.compareTo(Duration.of(1, MINUTES)) >= 0) {
      clearCalls();
    }
    return now;
  }

  /** Lets the cooldown pass. */
  void passCooldown() {
    pass(limits().cooldown().plusSeconds(1));
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
