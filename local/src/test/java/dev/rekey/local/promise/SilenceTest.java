package dev.rekey.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.outside.Answer;
import dev.rekey.local.outside.Api;
import dev.rekey.local.outside.LocalSide;
import dev.rekey.local.outside.Person;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Invariant 6 by bytes: in each state of an address the four routes answer known, unknown, disabled
 * and unverified people alike, and those without such a channel, the headers included.
 *
 * <p>An own runner believes {@code x-real-ip}, so that there are enough sources to shut an address.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilenceTest {
  private static final int MISSES_IN_ALL = 50;
  private static final int MISSES_A_PASSCODE = 10; // of strangers to it

  private RunnerUnderTest runner;
  private Api api;
  private LocalSide local;

  /** Whom a caller asks for. */
  private enum Kind {
    KNOWN,
    UNKNOWN,
    DISABLED,
    UNVERIFIED,
    /** Asked for by number too, but known by e-mail alone. */
    WITHOUT_PHONE,
    /** Asked for by e-mail too, but known by number alone. */
    WITHOUT_EMAIL
  }

  /** What an address has been through. */
  enum State {
    FRESH,
    THROTTLED,
    SOURCE_USED_UP,
    DAY_USED_UP,
    EXPIRED,
    SHUT,
    SES_DOWN,
    SNS_DOWN
  }

  @BeforeAll
  void start() {
    runner =
        RunnerUnderTest.start(
            Map.of("REKEY_RATE_PER_SOURCE", "100000", "REKEY_TRUSTED_SOURCES", "127.0.0.1/32"));
    api = runner.api();
    local = runner.local();
  }

  @AfterAll
  void stop() {
    runner.close();
  }

  @AfterEach
  void endFaults() {
    local.faults(Map.of());
  }

  @ParameterizedTest
  @EnumSource
  void r1_invariant6_answersEverybodyAlike(State state) {
    var people = Stream.of(Kind.values()).map(this::person).toList();
    bring(people, state);

    var answers = people.stream().map(this::answers).toList();

    assertThat(answers).allSatisfy(seen -> assertThat(seen).isEqualTo(answers.getFirst()));
    assertThat(answers.getFirst()).allMatch(bytes -> bytes.startsWith("200 "));
  }

  private Person person(Kind kind) {
    var person = Person.stranger();
    var account = person.account();
    switch (kind) {
      case KNOWN -> {}
      case UNKNOWN -> {
        return person;
      }
      case DISABLED -> account.put("status", "DISABLED");
      case UNVERIFIED -> {
        account.put("emailVerified", false);
        account.put("phoneVerified", false);
      }
      case WITHOUT_PHONE -> account.keySet().removeAll(List.of("phone", "phoneVerified"));
      case WITHOUT_EMAIL -> account.keySet().removeAll(List.of("email", "emailVerified"));
    }
    local.put(person, account);
    return person;
  }

  private void bring(List<Person> people, State state) {
    switch (state) {
      case FRESH -> {}
      case THROTTLED -> people.forEach(person -> send(person, "192.0.2.1"));
      case SOURCE_USED_UP -> sendEachMinute(people, 4, _ -> "192.0.2.1");
      case DAY_USED_UP -> sendEachMinute(people, 12, send -> "192.0.2." + (2 + send % 4));
      case EXPIRED -> {
        people.forEach(person -> send(person, "192.0.2.1"));
        local.advance(Duration.ofSeconds(301));
      }
      case SHUT -> shut(people);
      case SES_DOWN -> local.faults(Map.of("ses", Map.of("status", 500)));
      case SNS_DOWN -> local.faults(Map.of("sns", Map.of("status", 500)));
    }
  }

  /** What one caller sees of a person, over all routes that take an address. */
  private List<String> answers(Person person) {
    var seen = new ArrayList<String>();
    everyRoute(person, "192.0.2.1", answer -> seen.add(answer.bytes()));
    everyRoute(person, "192.0.2.99", answer -> seen.add(answer.bytes()));
    return seen;
  }

  private void everyRoute(Person person, String source, Consumer<Answer> seen) {
    everyGuess(person, source, seen); // at what the state left, before a send replaces it
    seen.accept(post(source, Api.SEND_EMAIL, Api.mailBody(person.email())));
    seen.accept(post(source, Api.SEND_SMS, Api.smsBody(person.national())));
    everyGuess(person, source, seen);
  }

  /** Wrong ones; right by a chance of one in a million. */
  private void everyGuess(Person person, String source, Consumer<Answer> seen) {
    seen.accept(post(source, Api.PRE_CHECK, Api.preCheckEmailBody(person.email(), "000000")));
    seen.accept(post(source, Api.PRE_CHECK, Api.preCheckSmsBody(person.national(), "000000")));
    seen.accept(post(source, Api.VERIFY, Api.verifyEmailBody(person.email(), "000000")));
    seen.accept(post(source, Api.VERIFY, Api.verifySmsBody(person.national(), "000000")));
  }

  private void send(Person person, String source) {
    post(source, Api.SEND_EMAIL, Api.mailBody(person.email()));
    post(source, Api.SEND_SMS, Api.smsBody(person.national()));
  }

  private void sendEachMinute(List<Person> people, int times, IntFunction<String> source) {
    local.forgetLimits();
    for (int send = 0; send < times; send++) {
      for (var person : people) {
        send(person, source.apply(send));
      }
      local.advance(Duration.ofMinutes(1));
    }
  }

  /**
   * Guesses from ever new sources until the address is shut: ten strangers' guesses at one
   * passcode.
   */
  private void shut(List<Person> people) {
    for (int misses = 0; misses < MISSES_IN_ALL; misses += MISSES_A_PASSCODE) {
      int block = misses;
      for (var person : people) {
        send(person, "198.51.100." + block);
        for (int miss = 0; miss < MISSES_A_PASSCODE; miss++) {
          guess(person, "198.51.100." + (block + miss / 5));
        }
      }
      local.advance(Duration.ofMinutes(1));
    }
    local.forgetLimits();
    assertIsTold(people.getFirst());
  }

  /** That the address is shut: one notice more than passcodes, and only the known person's. */
  private void assertIsTold(Person known) {
    int passcodes = MISSES_IN_ALL / MISSES_A_PASSCODE;
    assertThat(local.await(known.email(), passcodes + 1).stream().filter(Sent::hasPasscode))
        .hasSize(passcodes);
  }

  private void guess(Person person, String source) {
    post(source, Api.VERIFY, Api.verifyEmailBody(person.email(), "000000"));
    post(source, Api.VERIFY, Api.verifySmsBody(person.national(), "000000"));
  }

  private Answer post(String source, String path, Map<String, ?> body) {
    return api.postWith("x-real-ip", source, path, body);
  }
}
