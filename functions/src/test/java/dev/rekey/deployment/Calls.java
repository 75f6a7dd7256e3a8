package dev.rekey.deployment;

import dev.rekey.conformance.Scene;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.Passcodes;
import dev.rekey.testing.TestKeys;
import java.security.SecureRandom;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The calls of one reset by e-mail, as clients make them. Thread-safe. */
record Calls(Deployment deployment, Passcodes passcodes) {
  static final String PASSWORD = "a password that is good";

  Calls(Deployment deployment) {
    this(deployment, new Passcodes(TestKeys.keys(), new SecureRandom()));
  }

  /** Somebody new with an account. */
  Scene known() {
    var scene = new Scene(deployment.stores());
    scene.account();
    return scene;
  }

  /** What the owner would read in the message. */
  String code(Scene person) {
    var due = (PasscodeDue) deployment.stores().promised(person.hash()).orElseThrow();
    return passcodes.digits(due.passcode(), person.address()).orElseThrow().digits();
  }

  JsonNode send(Scene person, String client) {
    return deployment.call(
        "send-email",
        client,
        Map.of("channel", "CHANNEL_RESET_PASSWORD", "email", person.address().normal()));
  }

  JsonNode verify(Scene person, String client, String code) {
    return deployment.call(
        "verify-reset-password-request",
        client,
        Map.of(
            "verifyMethod",
            "EMAIL_PASSCODE",
            "emailPassCodePayload",
            Map.of("email", person.address().normal(), "passCode", code)));
  }

  JsonNode preCheck(Scene person, String code) {
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

  JsonNode reset(String token) {
    return deployment.call(
        "reset-password", "203.0.113.1", Map.of("passwordResetToken", token, "password", PASSWORD));
  }

  /** The token in the answer of a verify; empty where it has none. */
  static String token(JsonNode answer) {
    return answer.path("data").path("passwordResetToken").asString("");
  }

  /** The status in the envelope. */
  static int status(JsonNode answer) {
    return answer.path("statusCode").asInt();
  }
}
