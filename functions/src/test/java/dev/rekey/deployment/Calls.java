package dev.rekey.deployment;

import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.Channel;
import dev.rekey.conformance.Scene;
import dev.rekey.passcode.OutboxEntry.PasscodeDue;
import dev.rekey.passcode.Passcodes;
import dev.rekey.testing.TestKeys;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls of one reset by the way of its address, as clients make them. Thread-safe. */
record Calls(Deployment deployment, Passcodes passcodes) {
  static final String PASSWORD = "a password that is good";

  Calls(Deployment deployment) {
    this(deployment, new Passcodes(TestKeys.keys(), new SecureRandom()));
  }

  /** Somebody new with an account. */
  Scene known() {
    return put(unknown(), true, true);
  }

  /** Somebody new without an account. */
  Scene unknown() {
    return new Scene(deployment.stores());
  }

  /** Gives somebody an account. */
  Scene put(Scene person, boolean active, boolean verified) {
    var account = person.account();
    String typed = account.email().orElseThrow().asTyped();
    deployment
        .stores()
        .put(
            new StoredAccount(
                account.id(),
                active,
                account.mfa(),
                account.username(),
                Optional.of(new StoredAddress(typed, verified)),
                Optional.empty(),
                account.language(),
                account.password(),
                account.changedAt(),
                account.epoch(),
                account.compromisedAt()));
    return person;
  }

  /** What the owner would read in the message. */
  String code(Scene person) {
    var due = (PasscodeDue) deployment.stores().promised(person.hash()).orElseThrow();
    return passcodes.digits(due.passcode(), person.address()).orElseThrow().digits();
  }

  JsonNode send(Scene person, String client) {
    String field = isMail(person) ? "email" : "phoneNumber";
    return deployment.call(
        isMail(person) ? "send-email" : "send-sms",
        client,
        Map.of("channel", "CHANNEL_RESET_PASSWORD", field, person.address().normal()));
  }

  JsonNode verify(Scene person, String client, String code) {
    String field = isMail(person) ? "email" : "phoneNumber";
    return deployment.call(
        "verify-reset-password-request",
        client,
        Map.of(
            "verifyMethod",
            isMail(person) ? "EMAIL_PASSCODE" : "PHONE_PASSCODE",
            isMail(person) ? "emailPassCodePayload" : "phonePassCodePayload",
            Map.of(field, person.address().normal(), "passCode", code)));
  }

  JsonNode preCheck(Scene person, String code) {
    String field = isMail(person) ? "email" : "phone";
    return deployment.call(
        "pre-check-code",
        "203.0.113.1",
        Map.of(
            "codeType",
            person.address().channel(),
            isMail(person) ? "emailCodePayload" : "smsCodePayload",
            Map.of(
                "channel",
                "CHANNEL_RESET_PASSWORD",
                field,
                person.address().normal(),
                "passCode",
                code)));
  }

  private static boolean isMail(Scene person) {
    return person.address().channel() == Channel.EMAIL;
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

  /** What must be alike for two people. */
  static String withoutId(JsonNode answer) {
    var copy = (ObjectNode) answer.deepCopy();
    copy.remove("requestId");
    return copy.toString();
  }

  /** A wrong passcode. */
  static String other(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }
}
