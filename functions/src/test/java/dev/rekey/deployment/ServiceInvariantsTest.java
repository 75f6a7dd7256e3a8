package dev.rekey.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.ResetToken;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.conformance.Scene;
import dev.rekey.conformance.Together;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.Passcodes;
import dev.rekey.testing.TestKeys;
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
import tools.jackson.databind.node.ObjectNode;

/** The invariants of the design that show only in whole calls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceInvariantsTest {
  private static final String PASSWORD = "a password that is good";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Deployment deployment = new Deployment();
  private final Passcodes passcodes = new Passcodes(TestKeys.keys(), RANDOM);

  @AfterAll
  void end() {
    deployment.close();
  }

  @Test
  void invariant6_everybodyIsAnsweredAlike() {
    var people = List.of(known(), unknown(), disabled(), unverified());
    var answers = people.stream().map(this::answers).toList();
    assertThat(answers.getFirst()).hasSize(7);
    assertThat(answers).allSatisfy(of -> assertThat(of).isEqualTo(answers.getFirst()));
    System.out.println("invariant 6: 4 kinds of people, 7 answers alike: " + answers.getFirst());
  }

  @Test
  void invariant6_rightCodeOfNobodyIsAnsweredLikeWrongOne() {
    var wrong = withoutId(verify(known(), "203.0.113.1", "000000"));
    for (var nobody : List.of(unknown(), disabled(), unverified())) {
      send(nobody, "203.0.113.1");
      assertThat(withoutId(verify(nobody, "203.0.113.1", code(nobody)))).isEqualTo(wrong);
    }
  }

  @Test
  void invariant3_manyVerifiesOfRightCodeMakeOneToken() {
    var ada = known();
    send(ada, "203.0.113.1");
    String code = code(ada);
    var answers = Together.run(12, i -> verify(ada, "203.0.113." + (1 + i % 4), code));
    long tokens = answers.stream().filter(it -> it.path("data").has("passwordResetToken")).count();
    assertThat(tokens).isEqualTo(1);
    System.out.println("invariant 3: 12 right verifies at once, tokens " + tokens);
  }

  @Test
  void invariant7_rightPreCheckOpensNothing() {
    var ada = known();
    send(ada, "203.0.113.1");
    assertThat(preCheck(ada, code(ada)).path("statusCode").asInt()).isEqualTo(200);
    var forged = ResetToken.fresh(ada.hash(), RANDOM);
    assertThat(reset(forged.text()).path("statusCode").asInt()).isNotEqualTo(200);
    assertThat(ada.resets().token(ada.hash())).isEmpty();
  }

  @Test
  void invariant7_tokenOfOneAddressOpensNoOther() {
    var ada = known();
    var eve = known();
    send(ada, "203.0.113.1");
    String token =
        verify(ada, "203.0.113.1", code(ada)).path("data").path("passwordResetToken").asString();
    // The half that names the address, exchanged for another one's.
    String other = ResetToken.fresh(eve.hash(), RANDOM).text().substring(0, 43);
    assertThat(reset(other + token.substring(43)).path("statusCode").asInt()).isNotEqualTo(200);
    assertThat(reset(token).path("statusCode").asInt()).isEqualTo(200);
  }

  @Test
  void invariant8_auditTellsNoSecret() {
    var ada = known();
    int before = deployment.audit().length();
    send(ada, "203.0.113.9");
    deployment.deliver(ada);
    String code = code(ada);
    verify(ada, "203.0.113.9", code.equals("111111") ? "111112" : "111111");
    String token =
        verify(ada, "203.0.113.9", code).path("data").path("passwordResetToken").asString();
    assertThat(reset(token).path("statusCode").asInt()).isEqualTo(200);
    deployment.deliver(ada);
    String audit = deployment.audit().substring(before);
    assertThat(audit.lines().count()).isGreaterThanOrEqualTo(6);
    assertThat(audit)
        .doesNotContain(token, token.substring(43), PASSWORD, ada.address().normal(), "203.0.113")
        .doesNotContain("\"" + code + "\"", ada.hash().text(), "$argon2id$");
    System.out.println("invariant 8: " + audit.lines().count() + " audit lines, no secret in them");
  }

  /** What one person is told: fresh, throttled, wrong code, used up, shut; each of two kinds. */
  private List<String> answers(Scene person) {
    var answers = new ArrayList<JsonNode>();
    answers.add(send(person, "203.0.113.1"));
    answers.add(send(person, "203.0.113.1"));
    answers.add(verify(person, "203.0.113.2", "12345"));
    String wrong = code(person).equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      verify(person, "203.0.113.2", wrong);
    }
    answers.add(verify(person, "203.0.113.2", wrong));
    answers.add(verify(person, "203.0.113.3", wrong));
    shut(person);
    answers.add(send(person, "203.0.113.4"));
    answers.add(verify(person, "203.0.113.4", wrong));
    return answers.stream().map(ServiceInvariantsTest::withoutId).toList();
  }

  private void shut(Scene person) {
    person.at(deployment.clock().instant().plus(Duration.ofMinutes(2)));
    person.missTens(5);
    person.resets().shut(person.hash(), person.now());
    deployment.clock().moveTo(person.now().plus(Duration.ofMinutes(2)));
  }

  private static String withoutId(JsonNode answer) {
    var copy = (ObjectNode) answer.deepCopy();
    copy.remove("requestId");
    return copy.toString();
  }

  /** What the owner would read in the message. */
  private String code(Scene person) {
    var due = (PasscodeDue) deployment.stores().promised(person.hash()).orElseThrow();
    return passcodes.digits(due.passcode(), person.address()).orElseThrow().digits();
  }

  private Scene known() {
    var scene = unknown();
    scene.account();
    return scene;
  }

  private Scene unknown() {
    return new Scene(deployment.stores());
  }

  private Scene disabled() {
    var scene = unknown();
    put(scene.account(), false, true);
    return scene;
  }

  private Scene unverified() {
    var scene = unknown();
    put(scene.account(), true, false);
    return scene;
  }

  private void put(StoredAccount account, boolean active, boolean verified) {
    String typed = account.email().orElseThrow().asTyped();
    deployment
        .stores()
        .put(
            new StoredAccount(
                account.id(),
                active,
                false,
                account.username(),
                Optional.of(new StoredAddress(typed, verified)),
                Optional.empty(),
                account.language(),
                account.password(),
                account.changedAt(),
                account.epoch()));
  }

  private JsonNode send(Scene person, String client) {
    return deployment.call(
        "send-email",
        client,
        Map.of("channel", "CHANNEL_RESET_PASSWORD", "email", person.address().normal()));
  }

  private JsonNode verify(Scene person, String client, String code) {
    return deployment.call(
        "verify-reset-password-request",
        client,
        Map.of(
            "verifyMethod",
            "EMAIL_PASSCODE",
            "emailPassCodePayload",
            Map.of("email", person.address().normal(), "passCode", code)));
  }

  private JsonNode preCheck(Scene person, String code) {
    return deployment.call(
        "pre-check-code",
        "203.0.113.1",
        Map.of(
            "codeType",
            "EMAIL",
            "emailCodePayload",
            Map.of(
                "channel",
                "CHANNEL_RESET_PASSWORD",
                "email",
                person.address().normal(),
                "passCode",
                code)));
  }

  private JsonNode reset(String token) {
    return deployment.call(
        "reset-password", "203.0.113.1", Map.of("passwordResetToken", token, "password", PASSWORD));
  }
}
