package dev.rekey.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.ResetOutcome;
import dev.rekey.conformance.Scene;
import dev.rekey.testing.TestLimits;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * The budgets of the design: how often each call asks DynamoDB, counted on the wire. Only the
 * operations named here are ever asked for, so nothing scans or queries.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestBudgetTest {
  private static final Duration MINUTE = Duration.ofSeconds(61);
  private static final String CLIENT = "203.0.113.7";
  private static final String BACKEND = "10.1.2.3";
  private static final String WRITE = "UpdateItem";
  private static final String READ = "GetItem";
  private static final Pattern DIGITS = Pattern.compile("\\b[0-9]{6}\\b");

  private final Deployment deployment = new Deployment();
  private Scene mail = new Scene(deployment.stores());

  /** The first call of each function is slow, and a slow request is made twice. */
  @BeforeAll
  void warmUp() {
    begin();
    String token = token();
    preCheck("000000");
    reset(token, "a password that is good");
    deployment.deliver(mail);
  }

  @BeforeEach
  void begin() {
    mail = new Scene(deployment.stores());
    mail.account();
    asked();
  }

  @AfterAll
  void end() {
    deployment.close();
  }

  @Test
  void sendToNewAddressWritesThrice() {
    send(CLIENT);
    assertAsked("send, new address", WRITE, WRITE, WRITE);
  }

  @Test
  void furtherSendWritesTwice() {
    send(CLIENT);
    deployment.clock().forward(MINUTE);
    asked();
    send(CLIENT);
    assertAsked("send, again", WRITE, WRITE);
  }

  @Test
  void firstSendOfDayWritesThrice() {
    send(CLIENT);
    deployment.clock().forward(Duration.ofDays(1));
    asked();
    send(CLIENT);
    assertAsked("send, next day", WRITE, WRITE, WRITE);
  }

  @Test
  void sendThatIsTooSoonWritesTwiceThoughItsDayIsNew() {
    deployment
        .clock()
        .moveTo(
            deployment
                .clock()
                .instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(1))
                .minusSeconds(10));
    send(CLIENT);
    deployment.clock().forward(Duration.ofSeconds(20));
    asked();
    ask(CLIENT);
    assertAsked("send, too soon, next day", WRITE, WRITE);
  }

  @Test
  void trustedCallerWritesOnceFewer() {
    send(BACKEND);
    assertAsked("send, new address, no source", WRITE, WRITE);
    deployment.clock().forward(MINUTE);
    send(BACKEND);
    assertAsked("send, again, no source", WRITE);
  }

  @Test
  void mailReadsOnce() {
    send(CLIENT);
    asked();
    deployment.deliver(mail);
    assertAsked("deliver, mail", READ);
  }

  @Test
  void smsReadsAndWritesOnce() {
    var phone = new Scene(deployment.stores(), TestLimits.DEFAULT, Scene.someNumber());
    var account = phone.account();
    deployment.call(
        "send-sms",
        CLIENT,
        Map.of("channel", "CHANNEL_RESET_PASSWORD", "phoneNumber", phone.address().normal()));
    asked();
    deployment.deliver(phone);
    assertAsked("deliver, SMS", READ, "TransactWriteItems");
    phone.at(deployment.clock().instant().plus(MINUTE));
    assertThat(phone.finish(phone.liveToken(account.id()))).isEqualTo(ResetOutcome.DONE);
    asked();
    deployment.deliver(phone);
    // By mail in vain; then by SMS, and the passcode was used (docs/abuse.md).
    assertAsked("deliver, notice after a passcode by SMS", READ, READ, READ, WRITE);
  }

  @Test
  void preCheckWritesTwiceOrThrice() {
    String code = sent();
    preCheck(other(code));
    assertAsked("pre-check, wrong", WRITE, WRITE);
    assertThat(preCheck(code).path("statusCode").asInt()).isEqualTo(200);
    assertAsked("pre-check, right", WRITE, WRITE, WRITE);
  }

  @Test
  void verifyOfWrongCodeWritesTwice() {
    String code = sent();
    verify(other(code));
    assertAsked("verify, wrong", WRITE, WRITE);
  }

  @Test
  void missesOfLongAgoCostNothingMore() {
    String code = sent();
    verify(other(code));
    deployment.clock().forward(Duration.ofDays(100));
    code = sent();
    verify(other(code));
    assertAsked("verify, wrong, after months", WRITE, WRITE);
    verify(code);
    assertAsked("verify, right, after months", WRITE, WRITE, READ, WRITE);
  }

  /** Once: an address that is shut costs two again. */
  @Test
  void attemptThatShutsWritesOnceMore() {
    mail.at(deployment.clock().instant());
    mail.missTens(5);
    deployment.clock().moveTo(mail.now());
    asked();
    verify("000000");
    assertAsked("verify, shutting", WRITE, WRITE, WRITE);
    verify("000000");
    assertAsked("verify, shut", WRITE, WRITE);
  }

  @Test
  void verifyOfRightCodeWritesThriceAndReadsOnce() {
    verify(sent());
    assertAsked("verify, right", WRITE, WRITE, READ, WRITE);
  }

  @Test
  void resetReadsTwiceAndWritesOneTransaction() {
    String token = token();
    asked();
    assertThat(reset(token, "short").path("statusCode").asInt()).isNotEqualTo(200);
    assertAsked("reset, refused password", READ, READ, WRITE);
    assertThat(reset(token, "a password that is good").path("statusCode").asInt()).isEqualTo(200);
    assertAsked("reset, good password", READ, READ, "TransactWriteItems");
    deployment.deliver(mail);
    // Both functions look for an address of their own channel; this account has no number.
    assertAsked("deliver, notice by mail, and by SMS in vain", READ, READ, READ);
  }

  @Test
  void operatorsShowReadsOnceAndOpenWritesOnce() {
    send(CLIENT);
    asked();
    deployment.operate("show", mail);
    assertAsked("operate, show", READ);
    deployment.operate("open", mail);
    assertAsked("operate, open", WRITE);
  }

  @Test
  void eraseDeletesOnceAndWritesOnceMoreWhereCountsAreKept() {
    verify(other(sent()));
    asked();
    deployment.operate("erase", mail);
    assertAsked("operate, erase, with misses", "DeleteItem", WRITE);
    begin();
    send(CLIENT);
    asked();
    deployment.operate("erase", mail);
    assertAsked("operate, erase", "DeleteItem");
  }

  @Test
  void compromisedReadsOnceAndWritesOneTransaction() {
    deployment.operate("compromised", mail);
    assertAsked("operate, compromised", READ, "TransactWriteItems");
  }

  private String token() {
    return verify(sent()).path("data").path("passwordResetToken").asString();
  }

  private JsonNode reset(String token, String password) {
    return deployment.call(
        "reset-password", CLIENT, Map.of("passwordResetToken", token, "password", password));
  }

  private String sent() {
    send(CLIENT);
    deployment.deliver(mail);
    asked();
    String text = String.valueOf(deployment.mails().getLast().get("Message.Body.Text.Data"));
    var digits = DIGITS.matcher(text);
    assertThat(digits.find()).isTrue();
    return digits.group();
  }

  private static String other(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  private void send(String client) {
    assertThat(ask(client).path("statusCode").asInt()).isEqualTo(200);
  }

  private JsonNode ask(String client) {
    var body = Map.of("channel", "CHANNEL_RESET_PASSWORD", "email", mail.address().normal());
    return deployment.call("send-email", client, body);
  }

  private JsonNode preCheck(String code) {
    var payload =
        Map.of(
            "channel",
            "CHANNEL_RESET_PASSWORD",
            "email",
            mail.address().normal(),
            "passCode",
            code);
    return deployment.call(
        "pre-check-code", CLIENT, Map.of("codeType", "EMAIL", "emailCodePayload", payload));
  }

  private JsonNode verify(String code) {
    var payload = Map.of("email", mail.address().normal(), "passCode", code);
    return deployment.call(
        "verify-reset-password-request",
        CLIENT,
        Map.of("verifyMethod", "EMAIL_PASSCODE", "emailPassCodePayload", payload));
  }

  private List<String> asked() {
    return deployment.wire().drainOperations();
  }

  private void assertAsked(String call, String... operations) {
    var asked = asked();
    System.out.println("requests, " + call + ": " + asked.size() + " " + asked);
    assertThat(asked).as(call).isEqualTo(Arrays.asList(operations));
  }
}
