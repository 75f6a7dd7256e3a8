package dev.rekey.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.conformance.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One provider's trouble never holds up the other (design, Deliver), and what may have left is not
 * tried again but by the stream.
 */
class ProvidersTest {
  private final Deployment deployment = new Deployment();
  private final Calls calls = new Calls(deployment);
  private final Scene ada = calls.known();

  /** Ada has reset her password; the notice is not delivered yet. */
  @BeforeEach
  void reset() {
    calls.send(ada, "203.0.113.1");
    String token = Calls.token(calls.verify(ada, "203.0.113.1", calls.code(ada)));
    assertThat(Calls.status(calls.reset(token))).isEqualTo(200);
  }

  @AfterEach
  void end() {
    deployment.close();
  }

  @Test
  void whileSnsIsAwayTheOwnerIsWrittenTo() {
    deployment.snsIsAway();
    deployment.deliver(ada);
    assertThat(deployment.audit()).contains("delivery_failing", "notice_delivered");
    assertThat(deployment.texts()).as("tries of the event").hasSize(1);
    assertThat(deployment.mails())
        .singleElement()
        .satisfies(mail -> assertThat(mail).containsValue(ada.address().normal()));
  }

  @Test
  void whileSesIsAwayTheTeamIsTold() {
    deployment.sesIsAway();
    deployment.deliver(ada);
    assertThat(deployment.audit()).contains("delivery_failing");
    assertThat(deployment.mails()).as("tries of the notice").hasSize(1);
    assertThat(deployment.texts())
        .singleElement()
        .satisfies(event -> assertThat(event.get("Message")).contains("user:password-changed"));
  }
}
