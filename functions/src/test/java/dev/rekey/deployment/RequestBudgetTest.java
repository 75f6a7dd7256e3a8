package dev.rekey.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The budgets of the design: how often each call asks DynamoDB, counted on the wire and written in
 * docs/requests.md. Only the operations named here are ever asked for, so nothing scans or queries.
 */
class RequestBudgetTest extends BudgetBench {
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
  }

  @Test
  void operatorsShowReadsTwiceAndOpenWritesOnce() {
    send(CLIENT);
    asked();
    deployment.operate("show", person);
    assertAsked("operate, show", READ, READ);
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

  @Test
  void suppressingAndLiftingReadOnceAndWriteOnce() {
    deployment.bounced(person);
    assertAsked("feedback, address of an account", READ, WRITE);
    deployment.operate("unsuppress", person);
    assertAsked("operate, unsuppress", READ, WRITE);
  }

  @Test
  void anAddressOfNobodyIsReadOnce() {
    deployment.bounced(calls.unknown());
    assertAsked("feedback, address of nobody", READ);
  }

  @Test
  void thePageNamesNoCallThatIsNotCountedHere() throws IOException {
    var folder = Path.of("src/test/java/dev/rekey/deployment");
    String sources =
        Files.readString(folder.resolve("RequestBudgetTest.java"))
            + Files.readString(folder.resolve("DeliverBudgetTest.java"));
    var counted =
        Pattern.compile("assertAsked\\(\\s*\"([^\"]+)\"")
            .matcher(sources)
            .results()
            .map(call -> call.group(1));
    assertThat(page.keySet()).containsExactlyInAnyOrderElementsOf(counted.toList());
  }
}
