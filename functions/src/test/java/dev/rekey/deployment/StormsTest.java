package dev.rekey.deployment;

import static dev.rekey.deployment.Calls.status;
import static dev.rekey.deployment.Calls.token;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.StoredAccount;
import dev.rekey.conformance.Scene;
import dev.rekey.conformance.Together;
import dev.rekey.passcode.OutboxEntry.NoticeDue;
import dev.rekey.passcode.OutboxEntry.ShutDue;
import dev.rekey.testing.Wire.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What many people, much time and a bad network do to whole calls, on the real engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StormsTest {
  private static final int CALLERS = 200;

  /** What a reset writes into an account: its second factor and its addresses are left alone. */
  private static final Set<String> SET =
      Set.of("epoch", "passwordChangedAt", "passwordHash", "pepperId");

  private final Deployment deployment = new Deployment();
  private final Calls calls = new Calls(deployment);
  private final Map<String, Integer> finishes = new TreeMap<>();

  /** Somebody with a live token, and each attribute that was stored of the account then. */
  private record Ready(
      Scene person, StoredAccount account, Map<String, String> attributes, String token) {}

  private Ready ready() {
    var person = new Scene(deployment.stores());
    var account = person.account();
    String token = tokenOf(person);
    var attributes = deployment.stores().attributes(account.id(), person.address());
    return new Ready(person, account, attributes, token);
  }

  @AfterEach
  void calm() {
    deployment.wire().calm();
  }

  @AfterAll
  void end() {
    System.out.println("R23: finishes that met faults: " + finishes);
    deployment.close();
  }

  @Test
  void r12_of200CallersWithTheRightPasscodeOneGetsAToken() {
    var ada = calls.known();
    calls.send(ada, "203.0.113.1");
    String code = calls.code(ada);
    var answers = Together.run(CALLERS, i -> calls.verify(ada, client(i), code));
    var tokens = answers.stream().map(Calls::token).filter(it -> !it.isEmpty()).toList();
    print("R12: " + CALLERS + " callers with the right passcode", answers);
    // An answer may be lost in the storm; never are there two.
    assertThat(tokens).hasSizeLessThanOrEqualTo(1);
    assertThat(ada.resets().token(ada.hash())).isPresent();
    for (String token : tokens) {
      assertThat(status(calls.reset(token))).isEqualTo(200);
    }
  }

  @Test
  void r12_of200CallersWithOneTokenOneSetsThePassword() {
    var ada = new Scene(deployment.stores());
    var account = ada.account();
    String token = tokenOf(ada);
    var answers = Together.run(CALLERS, _ -> calls.reset(token));
    print("R12: " + CALLERS + " callers with one token", answers);
    assertThat(answers).filteredOn(it -> status(it) == 200).hasSizeLessThanOrEqualTo(1);
    assertThat(stored(account).epoch()).isEqualTo(account.epoch() + 1);
  }

  /** Guesses at every passcode that can be had, from ever new sources, day after day. */
  @Test
  void r14_r15_guessesEndAtFiftyOverPasscodesSourcesDaysAndRestarts() {
    var ada = new Scene(deployment.stores());
    var account = stored(ada.account());
    int before = compared();
    int guesses = 0;
    int client = 0;
    for (int day = 0; day < 4; day++) {
      for (int send = 0; send < 3; send++) {
        calls.send(ada, client(client++));
        for (int source = 0; source < 4; source++) {
          String from = client(client++);
          for (int guess = 0; guess < 6; guess++) {
            guesses++;
            assertThat(token(calls.verify(ada, from, "00000" + guess))).isEmpty();
          }
        }
        later(Duration.ofMinutes(2));
      }
      later(Duration.ofDays(1));
      deployment.restart();
    }
    int compared = compared() - before;
    System.out.println("R14: " + guesses + " guesses over 12 sends, compared " + compared);
    assertThat(compared).isEqualTo(50);
    assertThat(deployment.stores().promised(ada.hash())).containsInstanceOf(ShutDue.class);
    assertThat(stored(account)).as("R15: sign-in is untouched").isEqualTo(account);
  }

  @Test
  void r3_requestsGuessesAndProofsChangeNothingOfTheAccount() {
    var ada = new Scene(deployment.stores());
    var account = stored(ada.account());
    calls.send(ada, "203.0.113.1");
    calls.send(ada, "203.0.113.2");
    String code = calls.code(ada);
    calls.verify(ada, "203.0.113.3", code.equals("111111") ? "111112" : "111111");
    calls.preCheck(ada, code);
    deployment.deliver(ada);
    assertThat(token(calls.verify(ada, "203.0.113.1", code))).isNotEmpty();
    assertThat(stored(account)).isEqualTo(account);
  }

  /**
   * Each request of a finish meets each fault: two reads and a transaction, and their repetitions.
   */
  static Stream<Arguments> faultsOfAFinish() {
    return Stream.of(Fault.values())
        .flatMap(fault -> Stream.of(0, 1, 2).map(request -> Arguments.of(fault, request)));
  }

  @ParameterizedTest
  @MethodSource("faultsOfAFinish")
  void r23_aFinishIsDoneWhollyOrNotAtAll(Fault fault, int request) {
    var ready = ready();
    deployment.wire().passes(request);
    deployment.wire().strikes(fault);
    int status = status(calls.reset(ready.token()));
    deployment.wire().calm();
    boolean done = isDone(ready);
    count(fault + " at request " + request, status, done);
    assertThat(status).isEqualTo(done ? 200 : 503);
    assertWhole(ready, done);
    if (!done) {
      assertThat(status(calls.reset(ready.token()))).as("nothing is lost").isEqualTo(200);
    }
  }

  /**
   * The others end well: the request is done at its first try, or a late answer is slow to wait
   * for.
   */
  static Stream<Arguments> faultsThatLast() {
    return Stream.of(
            Fault.REQUEST_LOST,
            Fault.REQUEST_LATE,
            Fault.ANSWER_LOST,
            Fault.CONFLICT,
            Fault.THROTTLED,
            Fault.INNER_FAULT)
        .flatMap(fault -> Stream.of(0, 2).map(request -> Arguments.of(fault, request)));
  }

  @ParameterizedTest
  @MethodSource("faultsThatLast")
  void r23_aFinishThatNobodyAnswersIsDoneWhollyOrNotAtAll(Fault fault, int request) {
    var ready = ready();
    deployment.wire().passes(request);
    deployment.wire().strikes(Stream.generate(() -> fault).limit(12).toArray(Fault[]::new));
    int status = status(calls.reset(ready.token()));
    deployment.wire().calm();
    boolean done = isDone(ready);
    count("only " + fault + " from request " + request, status, done);
    assertThat(status).isIn(done ? List.of(200, 503) : List.of(503));
    assertWhole(ready, done);
  }

  private void assertWhole(Ready ready, boolean done) {
    var person = ready.person();
    var after = deployment.stores().attributes(ready.account().id(), person.address());
    assertThat(changed(ready.attributes(), after)).as("R37").isEqualTo(done ? SET : Set.of());
    assertThat(stored(ready.account()).epoch()).isEqualTo(ready.account().epoch() + (done ? 1 : 0));
    assertThat(person.resets().token(person.hash()).isEmpty()).isEqualTo(done);
    assertThat(deployment.stores().promised(person.hash()).filter(NoticeDue.class::isInstance))
        .matches(notice -> notice.isPresent() == done);
  }

  private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    return names;
  }

  private boolean isDone(Ready ready) {
    return stored(ready.account()).epoch() != ready.account().epoch();
  }

  private void count(String fault, int status, boolean done) {
    System.out.println("R23: " + fault + ": " + status);
    finishes.merge(status + (done ? ", password set" : ", nothing set"), 1, Integer::sum);
  }

  @Test
  void r55_whatComesThreeTimesIsDoneOnce() {
    var ada = new Scene(deployment.stores());
    var account = ada.account();
    print("R55: a send three times", thrice(() -> calls.send(ada, "203.0.113.1")));
    String code = calls.code(ada);
    int mails = deployment.mails().size();
    deliverThrice(ada);
    var passcodes = texts(mails);
    assertThat(passcodes).hasSize(3).allSatisfy(text -> assertThat(text).contains(code));
    var verified = thrice(() -> calls.verify(ada, "203.0.113.1", code));
    print("R55: a verify three times", verified);
    assertThat(verified).extracting(Calls::token).filteredOn(it -> !it.isEmpty()).hasSize(1);
    var reset = thrice(() -> calls.reset(token(verified.getFirst())));
    print("R55: a reset three times", reset);
    assertThat(reset).filteredOn(it -> status(it) == 200).hasSize(1);
    deliverThrice(ada);
    var notices = texts(mails + 3);
    assertThat(notices).hasSize(3).allMatch(notices.getFirst()::equals);
    long raised = stored(account).epoch() - account.epoch();
    assertThat(raised).isEqualTo(1);
    System.out.printf(
        "R55: each record three times: %d passcodes, %d notices, epoch raised by %d%n",
        Set.copyOf(passcodes).size(), Set.copyOf(notices).size(), raised);
  }

  private List<String> texts(int from) {
    var mails = deployment.mails();
    return mails.subList(from, mails.size()).stream()
        .map(mail -> mail.getOrDefault("Message.Body.Text.Data", ""))
        .toList();
  }

  private void deliverThrice(Scene person) {
    for (int i = 0; i < 3; i++) {
      deployment.deliver(person);
    }
  }

  private static List<JsonNode> thrice(Supplier<JsonNode> call) {
    return Stream.generate(call).limit(3).toList();
  }

  private String tokenOf(Scene person) {
    calls.send(person, "203.0.113.1");
    String token = token(calls.verify(person, "203.0.113.1", calls.code(person)));
    later(Duration.ofSeconds(1));
    return token;
  }

  private void later(Duration by) {
    deployment.clock().moveTo(deployment.clock().instant().plus(by));
  }

  /** Passcodes that were looked at: the audit says why each attempt failed. */
  private int compared() {
    return (int) deployment.audit().lines().filter(line -> line.contains("\"MISMATCH")).count();
  }

  private StoredAccount stored(StoredAccount account) {
    return deployment.stores().stored(account.id()).orElseThrow();
  }

  private static String client(int number) {
    return "198.18." + number / 250 + "." + (1 + number % 250);
  }

  private static void print(String what, List<JsonNode> answers) {
    var counts =
        answers.stream()
            .collect(
                groupingBy(
                    it -> status(it) + " " + it.path("apiCode").asString(""),
                    TreeMap::new,
                    counting()));
    System.out.println(what + ": " + counts);
  }
}
