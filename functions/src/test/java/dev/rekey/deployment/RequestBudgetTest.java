package dev.rekey.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.Channel;
import dev.rekey.conformance.Scene;
import dev.rekey.testing.TestLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The budgets of the design: how often each call asks DynamoDB, counted on the wire and written in
 * docs/requests.md. Only the operations named here are ever asked for, so nothing scans or queries.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestBudgetTest {
  private static final Duration MINUTE = Duration.ofSeconds(61);
  private static final String CLIENT = "203.0.113.7";
  private static final String BACKEND = "10.1.2.3";
  private static final String WRITE = "UpdateItem";
  private static final String READ = "GetItem";

  private final Map<String, List<String>> page = page();
  private final Deployment deployment = new Deployment();
  private final Calls calls = new Calls(deployment);
  private Scene person = calls.unknown();

  /** The first call of each function is slow, and a slow request is made twice. */
  @BeforeAll
  void warmUp() {
    for (var way : Channel.values()) {
      begin(way);
      ask(CLIENT); // refused where even the first request of all is too slow
      deployment.clock().forward(MINUTE);
      String token = token();
      preCheck("000000");
      reset(token, "a password that is good");
      deployment.deliver(person);
    }
  }

  @BeforeEach
  void begin() {
    begin(Channel.EMAIL);
  }

  private void begin(Channel way) {
    var address = way == Channel.EMAIL ? Scene.someEmail() : Scene.someNumber();
    person = new Scene(deployment.stores(), TestLimits.DEFAULT, address);
    person.account();
    asked();
  }

  @AfterAll
  void end() {
    deployment.close();
  }

  @ParameterizedTest
  @EnumSource
  void sendToNewAddressWritesThrice(Channel way) {
    begin(way);
    send(CLIENT);
    assertAsked("send, new address", WRITE, WRITE, WRITE);
  }

  @ParameterizedTest
  @EnumSource
  void furtherSendWritesTwice(Channel way) {
    begin(way);
    send(CLIENT);
    deployment.clock().forward(MINUTE);
    asked();
    send(CLIENT);
    assertAsked("send, again", WRITE, WRITE);
  }

  @ParameterizedTest
  @EnumSource
  void firstSendOfDayWritesThrice(Channel way) {
    begin(way);
    send(CLIENT);
    deployment.clock().forward(Duration.ofDays(1));
    asked();
    send(CLIENT);
    assertAsked("send, next day", WRITE, WRITE, WRITE);
  }

  @ParameterizedTest
  @EnumSource
  void sendThatIsTooSoonWritesTwiceThoughItsDayIsNew(Channel way) {
    begin(way);
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

  @ParameterizedTest
  @EnumSource
  void trustedCallerWritesOnceFewer(Channel way) {
    begin(way);
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
    deployment.deliver(person);
    assertAsked("deliver, mail", READ);
  }

  @Test
  void smsReadsAndWritesOnce() {
    begin(Channel.SMS);
    send(CLIENT);
    asked();
    deployment.deliver(person);
    assertAsked("deliver, SMS", READ, "TransactWriteItems");
    String token = Calls.token(verify(calls.code(person)));
    assertThat(Calls.status(reset(token, "a password that is good"))).isEqualTo(200);
    asked();
    deployment.deliver(person);
    // By mail in vain; then by SMS, and the passcode was used (docs/abuse.md).
    assertAsked("deliver, notice after a passcode by SMS", READ, READ, READ, WRITE);
  }

  @ParameterizedTest
  @EnumSource
  void preCheckWritesTwiceOrThrice(Channel way) {
    begin(way);
    String code = sent();
    preCheck(Calls.other(code));
    assertAsked("pre-check, wrong", WRITE, WRITE);
    assertThat(Calls.status(preCheck(code))).isEqualTo(200);
    assertAsked("pre-check, right", WRITE, WRITE, WRITE);
  }

  @ParameterizedTest
  @EnumSource
  void verifyOfWrongCodeWritesTwice(Channel way) {
    begin(way);
    String code = sent();
    verify(Calls.other(code));
    assertAsked("verify, wrong", WRITE, WRITE);
  }

  @ParameterizedTest
  @EnumSource
  void missesOfLongAgoCostNothingMore(Channel way) {
    begin(way);
    String code = sent();
    verify(Calls.other(code));
    deployment.clock().forward(Duration.ofDays(100));
    code = sent();
    verify(Calls.other(code));
    assertAsked("verify, wrong, after months", WRITE, WRITE);
    verify(code);
    assertAsked("verify, right, after months", WRITE, WRITE, READ, WRITE);
  }

  /** Once: an address that is shut costs two again. */
  @ParameterizedTest
  @EnumSource
  void attemptThatShutsWritesOnceMore(Channel way) {
    begin(way);
    person.at(deployment.clock().instant());
    person.missTens(5);
    deployment.clock().moveTo(person.now());
    asked();
    verify("000000");
    assertAsked("verify, shutting", WRITE, WRITE, WRITE);
    verify("000000");
    assertAsked("verify, shut", WRITE, WRITE);
  }

  @ParameterizedTest
  @EnumSource
  void verifyOfRightCodeWritesThriceAndReadsOnce(Channel way) {
    begin(way);
    verify(sent());
    assertAsked("verify, right", WRITE, WRITE, READ, WRITE);
  }

  @Test
  void resetReadsTwiceAndWritesOneTransaction() {
    String token = token();
    asked();
    assertThat(Calls.status(reset(token, "short"))).isNotEqualTo(200);
    assertAsked("reset, refused password", READ, READ, WRITE);
    assertThat(Calls.status(reset(token, "a password that is good"))).isEqualTo(200);
    assertAsked("reset, good password", READ, READ, "TransactWriteItems");
    deployment.deliver(person);
    // Both functions look for an address of their own channel; this account has no number.
    assertAsked("deliver, notice by mail, and by SMS in vain", READ, READ, READ);
  }

  @Test
  void operatorsShowReadsOnceAndOpenWritesOnce() {
    send(CLIENT);
    asked();
    deployment.operate("show", person);
    assertAsked("operate, show", READ);
    deployment.operate("open", person);
    assertAsked("operate, open", WRITE);
  }

  @Test
  void eraseDeletesOnceAndWritesOnceMoreWhereCountsAreKept() {
    verify(Calls.other(sent()));
    asked();
    deployment.operate("erase", person);
    assertAsked("operate, erase, with misses", "DeleteItem", WRITE);
    begin();
    send(CLIENT);
    asked();
    deployment.operate("erase", person);
    assertAsked("operate, erase", "DeleteItem");
  }

  @Test
  void compromisedReadsOnceAndWritesOneTransaction() {
    deployment.operate("compromised", person);
    assertAsked("operate, compromised", READ, "TransactWriteItems");
  }

  private String token() {
    return Calls.token(verify(sent()));
  }

  private JsonNode reset(String token, String password) {
    return deployment.call(
        "reset-password", CLIENT, Map.of("passwordResetToken", token, "password", password));
  }

  private String sent() {
    send(CLIENT);
    asked();
    return calls.code(person);
  }

  private void send(String client) {
    assertThat(Calls.status(ask(client))).isEqualTo(200);
  }

  private JsonNode ask(String client) {
    return calls.send(person, client);
  }

  private JsonNode preCheck(String code) {
    return calls.preCheck(person, code);
  }

  private JsonNode verify(String code) {
    return calls.verify(person, CLIENT, code);
  }

  private List<String> asked() {
    return deployment.wire().drainOperations();
  }

  private void assertAsked(String call, String... operations) {
    var asked = asked();
    System.out.println("requests, " + call + ": " + asked.size() + " " + asked);
    assertThat(asked).as(call).isEqualTo(Arrays.asList(operations));
    assertThat(page.get(call)).as("%s in docs/requests.md", call).isEqualTo(asked);
  }

  /** What the page says of each call. */
  private static Map<String, List<String>> page() {
    try {
      return Pattern.compile("(?m)^\\| ([^|]+) \\| ([A-Za-z, ]+Items?) \\|")
          .matcher(Files.readString(Path.of("../docs/requests.md")))
          .results()
          .collect(Collectors.toMap(row -> row.group(1), row -> List.of(row.group(2).split(", "))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thePageNamesNoCallThatIsNotCountedHere() throws IOException {
    var source = Path.of("src/test/java/dev/rekey/deployment/RequestBudgetTest.java");
    var counted =
        Pattern.compile("assertAsked\\(\"([^\"]+)\"")
            .matcher(Files.readString(source))
            .results()
            .map(call -> call.group(1));
    assertThat(page.keySet()).containsExactlyInAnyOrderElementsOf(counted.toList());
  }
}
