package dev.rekey.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.AccountId;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.Channel;
import dev.rekey.conformance.Scene;
import dev.rekey.testing.TestLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same for messages, of which nobody waits for the answer: docs/requests.md. */
class DeliverBudgetTest extends BudgetBench {
  @Test
  void mailReadsOnce() {
    send(CLIENT);
    asked();
    deployment.deliver(person);
    assertAsked("deliver, mail", READ);
  }

  @Test
  void aMailThatIsNotSentReadsOnce() {
    deployment.bounced(person);
    send(CLIENT);
    asked();
    int before = deployment.mails().size();
    deployment.deliver(person);
    assertThat(deployment.mails()).hasSize(before);
    assertAsked("deliver, mail to an address that bounced", READ);
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

  @Test
  void aTextThatIsNotTakenGivesItsSharesBack() {
    begin(Channel.SMS);
    send(CLIENT);
    asked();
    deployment.snsRefuses();
    deployment.deliver(person);
    deployment.snsTakesAll();
    assertAsked("deliver, SMS that SNS refuses", READ, "TransactWriteItems", "TransactWriteItems");
  }

  @Test
  void aNoticeReadsOnceAFunctionAndOnceAnAddress() {
    String token = token();
    assertThat(Calls.status(reset(token, Calls.PASSWORD))).isEqualTo(200);
    asked();
    deployment.deliver(person);
    // Both functions look for an address of their own channel; this account has no number.
    assertAsked("deliver, notice by mail, and by SMS in vain", READ, READ, READ);
  }

  @Test
  void aNoticeByBothReadsFourTimes() {
    person = new Scene(deployment.stores(), TestLimits.DEFAULT, Scene.someEmail());
    var number = Scene.someNumber().normal();
    deployment
        .stores()
        .put(
            new StoredAccount(
                new AccountId(UUID.randomUUID().toString()),
                true,
                false,
                Optional.empty(),
                Optional.of(new StoredAddress(person.address().normal(), true)),
                Optional.of(new StoredAddress(number, true)),
                Optional.empty(),
                Optional.empty(),
                Scene.START.minus(Duration.ofDays(1)),
                1,
                Optional.empty()));
    String token = token();
    assertThat(Calls.status(reset(token, Calls.PASSWORD))).isEqualTo(200);
    asked();
    deployment.deliver(person);
    assertAsked("deliver, notice by mail and by SMS", READ, READ, READ, READ);
  }

  @Test
  void aNoticeOfAShutAddressReadsLikeOne() {
    person.at(deployment.clock().instant());
    person.missTens(5);
    deployment.clock().moveTo(person.now());
    verify("000000");
    asked();
    deployment.deliver(person);
    // By mail; and the function of the texts tells the team (docs/events.md).
    assertAsked("deliver, notice of a shut address", READ, READ);
  }
}
