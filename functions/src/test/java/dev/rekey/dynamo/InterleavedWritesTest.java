package dev.rekey.dynamo;

import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.conformance.Scene;
import dev.rekey.passcode.Erasure;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.RequestOutcome;
import dev.rekey.passcode.RequestOutcome.Cause;
import dev.rekey.passcode.RequestOutcome.Requested;
import dev.rekey.passcode.RequestOutcome.Silenced;
import dev.rekey.passcode.RequestOutcome.TooSoon;
import dev.rekey.testing.TestLimits;
import dev.rekey.testing.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The first send of a day is two requests, and so is the first attempt of a source whose misses are
 * forgotten. Whatever gets between them is seen by the condition of the second one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterleavedWritesTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-11T00:00:00Z");

  private final Wire wire = new Wire();
  private final DynamoStores direct = DynamoStores.create();
  private final DynamoStores struck =
      direct.through(DynamoStores.patientClient(wire.endpoint(), Duration.ofMinutes(1)));
  private Scene first = new Scene(struck);
  private Scene other = new Scene(direct);

  @BeforeEach
  void begin() {
    first = new Scene(struck);
    other = new Scene(direct, TestLimits.DEFAULT, first.address());
  }

  @AfterAll
  void end() {
    wire.close();
  }

  /**
   * A lost race costs no write more than the budget of a new day: two, beside the source's rate.
   */
  private RequestOutcome send() {
    wire.drainOperations();
    var outcome = first.send(source(1));
    assertThat(wire.drainOperations()).containsExactly("UpdateItem", "UpdateItem");
    return outcome;
  }

  @Test
  void firstSendOfAnother() {
    wire.meanwhile(2, () -> other.send(source(2)));
    assertThat(send()).isEqualTo(new TooSoon());
  }

  @Test
  void lastSendOfYesterday() {
    other.send(source(2));
    other.at(MIDNIGHT.minusSeconds(10));
    first.at(MIDNIGHT.plusSeconds(10));
    wire.meanwhile(2, () -> other.send(source(2)));
    assertThat(send()).isEqualTo(new TooSoon());
  }

  @Test
  void sendOfTodayThatTookAMinute() {
    other.send(source(2));
    other.at(MIDNIGHT.plusSeconds(10));
    first.at(MIDNIGHT.plusSeconds(80));
    wire.meanwhile(2, () -> other.send(source(2)));
    assertThat(send()).isEqualTo(new Silenced(Cause.SENDS_OF_THE_SOURCE));
    assertThat(Values.number(direct.item(first.hash()), "sends")).contains(1L);
  }

  @Test
  void attempt() {
    other.send(source(2));
    other.later(Duration.ofDays(1));
    first.at(other.now());
    wire.meanwhile(2, () -> other.charge(source(2)));
    assertThat(send()).isEqualTo(new Requested());
    assertThat(Values.number(direct.item(first.hash()), "ttl"))
        .contains(first.now().plus(Duration.ofDays(400)).getEpochSecond());
  }

  @Test
  void proof() {
    other.send(source(2));
    other.charge(source(2));
    other.at(MIDNIGHT.minusSeconds(80));
    other.send(source(2));
    other.at(MIDNIGHT.plusSeconds(10));
    first.at(other.now());
    wire.meanwhile(2, () -> other.resets().forgiveMisses(other.hash(), other.nonce(), other.now()));
    assertThat(send()).isEqualTo(new Requested());
    var item = direct.item(first.hash());
    assertThat(Values.number(item, "misses")).contains(0L);
    assertThat(Values.number(item, "ttl"))
        .contains(first.now().plus(Duration.ofDays(2)).getEpochSecond());
  }

  @Test
  void shut() {
    other.missTens(5);
    other.later(Duration.ofDays(1));
    first.at(other.now());
    wire.meanwhile(2, () -> other.resets().shut(other.hash(), other.now()));
    assertThat(send()).isEqualTo(new Silenced(Cause.SHUT));
  }

  /** Between the delete that is refused and the update that leaves the counts. */
  @Test
  void r14_attemptsWhileAnAddressIsErased() {
    other.send(source(1));
    other.charge(source(2));
    wire.meanwhile(2, () -> other.charge(source(3)));
    assertThat(first.resets().erase(first.hash())).isEqualTo(Erasure.COUNTS_KEPT);
    assertThat(Values.number(direct.item(first.hash()), "misses")).contains(2L);
  }

  @Test
  void erasureOfAnotherWhileAnAddressIsErased() {
    other.send(source(1));
    other.charge(source(2));
    wire.meanwhile(
        2,
        () -> {
          other.resets().forgiveMisses(other.hash(), other.nonce(), other.now());
          other.resets().erase(other.hash());
        });
    assertThat(first.resets().erase(first.hash())).isEqualTo(Erasure.WHOLE);
    assertThat(direct.item(first.hash())).isEmpty();
  }

  @Test
  void attemptsOfSameSourceInANewWindow() {
    other.send(source(1));
    other.charge(source(2));
    other.later(Limits.MISS_WINDOW);
    other.send(source(1));
    first.at(other.now());
    wire.meanwhile(1, () -> assertThat(other.charge(source(2))).isEqualTo(other.charged(2)));
    first.charge(source(2));
    String key = source(2).orElseThrow().itemKey();
    var missesBy = Objects.requireNonNull(direct.item(first.hash()).get("missesBy")).m();
    long window = ResetItem.missWindow(first.now());
    // The old one and both of now: whichever comes first begins with what the last window had.
    assertThat(Values.number(missesBy, ResetItem.missesBy(key, window))).contains(3L);
  }
}
