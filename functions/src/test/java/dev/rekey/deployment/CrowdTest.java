package dev.rekey.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.ResetToken;
import dev.rekey.conformance.Scene;
import dev.rekey.conformance.Together;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Invariants 6 to 8 of the design while everybody calls at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdTest {
  private static final int CALLERS = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Deployment deployment = new Deployment();
  private final Calls calls = new Calls(deployment);

  @AfterAll
  void end() {
    deployment.close();
  }

  @Test
  void r1_invariant6_aCrowdAtEachOfFourPeopleIsAnsweredAlike() {
    var people =
        List.of(
            calls.known(),
            calls.unknown(),
            calls.put(calls.unknown(), false, true),
            calls.put(calls.unknown(), true, false));
    var sends = crowd(people, (person, i) -> calls.send(person, "203.0.113." + i));
    var wrong = new HashMap<Scene, String>(); // an attempt takes away what the code is read from
    people.forEach(person -> wrong.put(person, Calls.other(calls.code(person))));
    var guesses =
        crowd(
            people,
            (person, i) ->
                calls.verify(
                    person, "203.0.113." + (1 + i % 2), Objects.requireNonNull(wrong.get(person))));
    assertAlike(sends);
    assertAlike(guesses);
    System.out.println("invariant 6, " + CALLERS + " at once: " + sends.getFirst());
  }

  @Test
  void r22_invariant7_aCrowdWithTheRightPasscodeAndForgedTokensOpensNothing() {
    var ada = calls.known();
    calls.send(ada, "203.0.113.1");
    String code = calls.code(ada);
    var answers =
        Together.run(
            CALLERS,
            i ->
                i % 2 == 0
                    ? calls.preCheck(ada, code)
                    : calls.reset(ResetToken.fresh(ada.hash(), RANDOM).text()));
    var statuses = answers.stream().map(Calls::status).toList();
    assertThat(every(2, 1, statuses)).doesNotContain(200);
    assertThat(every(2, 0, statuses)).contains(200);
    assertThat(ada.resets().token(ada.hash())).isEmpty();
  }

  @Test
  void r22_invariant7_amongACrowdOnlyTheTokensOwnAddressIsOpened() {
    var ada = calls.known();
    calls.send(ada, "203.0.113.1");
    String token = Calls.token(calls.verify(ada, "203.0.113.1", calls.code(ada)));
    var tokens = new ArrayList<String>();
    for (int i = 1; i < CALLERS; i++) {
      String other = ResetToken.fresh(calls.known().hash(), RANDOM).text().substring(0, 43);
      tokens.add(other + token.substring(43));
    }
    tokens.add(token);
    var statuses = Together.run(CALLERS, i -> Calls.status(calls.reset(tokens.get(i))));
    assertThat(statuses.subList(0, CALLERS - 1)).doesNotContain(200);
    assertThat(statuses).endsWith(200);
  }

  @Test
  void r18_invariant8_theLinesOfACrowdTellNoSecretAndAreWhole() {
    var people = Stream.generate(calls::known).limit(CALLERS).toList();
    int before = deployment.audit().length();
    var secrets = Together.run(CALLERS, i -> reset(people.get(i))).stream().flatMap(List::stream);
    String audit = deployment.audit().substring(before);
    assertThat(audit).doesNotContain(secrets.toList()).doesNotContain("$argon2id$", "203.0.113");
    assertThat(audit.lines().map(new JsonMapper()::readTree).filter(JsonNode::isObject))
        .hasSizeGreaterThanOrEqualTo(CALLERS * 5);
  }

  /** A whole reset; what of it may be in no line. */
  private List<String> reset(Scene person) {
    calls.send(person, "203.0.113.9");
    deployment.deliver(person);
    String code = calls.code(person);
    String token = Calls.token(calls.verify(person, "203.0.113.9", code));
    assertThat(Calls.status(calls.reset(token))).isEqualTo(200);
    deployment.deliver(person);
    return List.of(
        token,
        token.substring(43),
        "\"" + code + "\"",
        person.address().normal(),
        person.hash().text(),
        Calls.PASSWORD);
  }

  private interface Call {
    JsonNode of(Scene person, int caller);
  }

  /** All callers at all people at once; for each of the people, sorted, what was answered. */
  private static List<List<String>> crowd(List<Scene> people, Call call) {
    int all = people.size() * CALLERS;
    var answers =
        Together.run(
            all, i -> Calls.withoutId(call.of(people.get(i % people.size()), i / people.size())));
    return IntStream.range(0, people.size())
        .mapToObj(person -> every(people.size(), person, answers).stream().sorted().toList())
        .toList();
  }

  private static <T> List<T> every(int step, int first, List<T> of) {
    return IntStream.range(0, of.size()).filter(i -> i % step == first).mapToObj(of::get).toList();
  }

  private static void assertAlike(List<List<String>> answers) {
    assertThat(answers).allSatisfy(of -> assertThat(of).isEqualTo(answers.getFirst()));
  }
}
