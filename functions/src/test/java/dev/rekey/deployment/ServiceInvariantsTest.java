package dev.rekey.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.ResetToken;
import dev.rekey.conformance.Scene;
import dev.rekey.conformance.Together;
import dev.rekey.testing.Wire.Fault;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The invariants of the design that show only in whole calls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceInvariantsTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Deployment deployment = new Deployment();
  private final Calls calls = new Calls(deployment);

  @AfterAll
  void end() {
    deployment.close();
  }

  @Test
  void r1_invariant6_everybodyIsAnsweredAlike() {
    var people = List.of(calls.known(), calls.unknown(), disabled(), unverified());
    var answers = people.stream().map(this::answers).toList();
    assertThat(answers.getFirst()).hasSize(7);
    assertThat(answers).allSatisfy(of -> assertThat(of).isEqualTo(answers.getFirst()));
    System.out.println("invariant 6: 4 kinds of people, 7 answers alike: " + answers.getFirst());
  }

  @Test
  void r1_invariant6_rightCodeOfNobodyIsAnsweredLikeWrongOne() {
    var wrong = Calls.withoutId(calls.verify(calls.known(), "203.0.113.1", "000000"));
    for (var nobody : List.of(calls.unknown(), disabled(), unverified())) {
      calls.send(nobody, "203.0.113.1");
      assertThat(Calls.withoutId(calls.verify(nobody, "203.0.113.1", calls.code(nobody))))
          .isEqualTo(wrong);
    }
  }

  @Test
  void r12_invariant3_manyVerifiesOfRightCodeMakeOneToken() {
    var ada = calls.known();
    calls.send(ada, "203.0.113.1");
    String code = calls.code(ada);
    var answers = Together.run(12, i -> calls.verify(ada, "203.0.113." + (1 + i % 4), code));
    long tokens = answers.stream().filter(it -> it.path("data").has("passwordResetToken")).count();
    assertThat(tokens).isEqualTo(1);
    System.out.println("invariant 3: 12 right verifies at once, tokens " + tokens);
  }

  @Test
  void r22_invariant7_rightPreCheckOpensNothing() {
    var ada = calls.known();
    calls.send(ada, "203.0.113.1");
    assertThat(calls.preCheck(ada, calls.code(ada)).path("statusCode").asInt()).isEqualTo(200);
    var forged = ResetToken.fresh(ada.hash(), RANDOM);
    assertThat(calls.reset(forged.text()).path("statusCode").asInt()).isNotEqualTo(200);
    assertThat(ada.resets().token(ada.hash())).isEmpty();
  }

  @Test
  void r22_invariant7_tokenOfOneAddressOpensNoOther() {
    var ada = calls.known();
    var eve = calls.known();
    calls.send(ada, "203.0.113.1");
    String token =
        calls
            .verify(ada, "203.0.113.1", calls.code(ada))
            .path("data")
            .path("passwordResetToken")
            .asString();
    // The half that names the address, exchanged for another one's.
    String other = ResetToken.fresh(eve.hash(), RANDOM).text().substring(0, 43);
    assertThat(calls.reset(other + token.substring(43)).path("statusCode").asInt())
        .isNotEqualTo(200);
    assertThat(calls.reset(token).path("statusCode").asInt()).isEqualTo(200);
  }

  @Test
  void r36_aResetAnswersThatItIsDoneAndSignsNobodyIn() {
    var ada = calls.known();
    calls.send(ada, "203.0.113.1");
    String token = Calls.token(calls.verify(ada, "203.0.113.1", calls.code(ada)));
    var body = Map.of("passwordResetToken", token, "password", Calls.PASSWORD);
    var answer = deployment.answer("reset-password", "203.0.113.1", body);
    var envelope = JsonMapper.shared().readTree(answer.path("body").asString());
    assertThat(Calls.status(envelope)).isEqualTo(200);
    assertThat(envelope.path("data").propertyNames())
        .as("what it tells")
        .containsExactly("success", "secondFactorDue");
    assertThat(answer.propertyNames())
        .as("what the gateway is given")
        .doesNotContain("cookies", "multiValueHeaders");
    assertThat(answer.path("headers").propertyNames())
        .as("its headers")
        .isNotEmpty()
        .noneMatch(name -> name.matches("(?i)set-cookie|authorization|x-.*token.*"));
  }

  @Test
  void r38_anOperatorNeitherChoosesNorLearnsAPassword() {
    for (String operation : List.of("show", "open", "erase", "compromised", "set", "reset")) {
      var ada = calls.unknown();
      var account = ada.account();
      String old = account.password().orElseThrow().phc();
      var answer = deployment.operate(operation, ada, Map.of("password", Calls.PASSWORD));
      assertThat(answer.toString()).as("what %s tells", operation).doesNotContain(old);
      assertThat(deployment.stores().stored(account.id()).orElseThrow().password())
          .as("what %s leaves: the old password, or none", operation)
          .isIn(account.password(), Optional.empty());
    }
  }

  @Test
  void r47_invariant10_anOperatorIsToldThatTheTableIsAwayAndNothingIsOpened() {
    var ada = calls.known();
    shut(ada);
    deployment.wire().alwaysStrikes(Optional.of(Fault.INNER_FAULT));
    var away = deployment.operate("open", ada);
    deployment.wire().calm();
    assertThat(away.path("error").asString()).contains("out of reach");
    assertThat(deployment.operate("show", ada).has("shutSince")).isTrue();
    assertThat(deployment.operate("open", ada).path("opened").asBoolean()).isTrue();
  }

  @Test
  void r18_invariant8_auditTellsNoSecret() {
    var ada = calls.known();
    int before = deployment.audit().length();
    calls.send(ada, "203.0.113.9");
    deployment.deliver(ada);
    String code = calls.code(ada);
    calls.verify(ada, "203.0.113.9", Calls.other(code));
    String token =
        calls.verify(ada, "203.0.113.9", code).path("data").path("passwordResetToken").asString();
    assertThat(calls.reset(token).path("statusCode").asInt()).isEqualTo(200);
    deployment.deliver(ada);
    String audit = deployment.audit().substring(before);
    assertThat(audit.lines().count()).isGreaterThanOrEqualTo(6);
    assertThat(audit)
        .doesNotContain(
            token, token.substring(43), Calls.PASSWORD, ada.address().normal(), "203.0.113")
        .doesNotContain("\"" + code + "\"", ada.hash().text(), "$argon2id$");
    System.out.println("invariant 8: " + audit.lines().count() + " audit lines, no secret in them");
  }

  /** What one person is told: fresh, throttled, wrong code, used up, shut; each of two kinds. */
  private List<String> answers(Scene person) {
    var answers = new ArrayList<JsonNode>();
    answers.add(calls.send(person, "203.0.113.1"));
    answers.add(calls.send(person, "203.0.113.1"));
    answers.add(calls.verify(person, "203.0.113.2", "12345"));
    String wrong = Calls.other(calls.code(person));
    for (int i = 0; i < 5; i++) {
      calls.verify(person, "203.0.113.2", wrong);
    }
    answers.add(calls.verify(person, "203.0.113.2", wrong));
    answers.add(calls.verify(person, "203.0.113.3", wrong));
    shut(person);
    answers.add(calls.send(person, "203.0.113.4"));
    answers.add(calls.verify(person, "203.0.113.4", wrong));
    return answers.stream().map(Calls::withoutId).toList();
  }

  private void shut(Scene person) {
    person.at(deployment.clock().instant().plus(Duration.ofMinutes(2)));
    person.missTens(5);
    person.resets().shut(person.hash(), person.now());
    deployment.clock().moveTo(person.now().plus(Duration.ofMinutes(2)));
  }

  private Scene disabled() {
    return calls.put(calls.unknown(), false, true);
  }

  private Scene unverified() {
    return calls.put(calls.unknown(), true, false);
  }
}
