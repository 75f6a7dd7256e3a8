package dev.rekey.dynamo;

import static dev.rekey.conformance.Scene.nobody;
import static dev.rekey.conformance.Scene.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rekey.account.AccountId;
import dev.rekey.account.ResetOutcome;
import dev.rekey.account.StoreUnavailable;
import dev.rekey.account.SuppressOutcome;
import dev.rekey.account.Suppression;
import dev.rekey.conformance.Scene;
import dev.rekey.passcode.Caps;
import dev.rekey.passcode.Erasure;
import dev.rekey.passcode.OutboxEntry.ShutDue;
import dev.rekey.passcode.RequestOutcome.Requested;
import dev.rekey.testing.Wire;
import dev.rekey.testing.Wire.Fault;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever happens to one request on its way, each write takes effect once and says so, through the
 * client that the functions use.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostAnswersTest {
  private static final AccountId ADA = new AccountId("ada");

  /** Shorter than an answer that is late. */
  private static final Duration TRY = Duration.ofMillis(800);

  private final Wire wire = new Wire();
  private final DynamoStores stores =
      DynamoStores.create().through(DynamoStores.patientClient(wire.endpoint(), TRY));
  private final DynamoStores bounded = stores.through(DynamoStores.client(wire.endpoint()));
  private Scene scene = new Scene(stores);

  @BeforeAll
  void warmUp() {
    scene.send(nobody()); // the first request of a JVM is slow
  }

  @BeforeEach
  void begin() {
    scene = new Scene(stores);
  }

  @AfterAll
  void end() {
    wire.close();
  }

  @ParameterizedTest
  @EnumSource
  void firstSend(Fault fault) {
    // The request of a further send is refused first: the second request makes the item.
    wire.passes(1);
    wire.strikes(fault);
    assertThat(scene.send(source(1))).isEqualTo(new Requested());
    assertThat(number(scene, "sends")).isEqualTo(1);
    assertThat(inMap(scene, "sendsBy", key(1))).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANSWER_LATE") // slow, and tried elsewhere
  void secondSend(Fault fault) {
    scene.send(source(1));
    scene.later(Duration.ofMinutes(1));
    wire.strikes(fault);
    assertThat(scene.send(source(1))).isEqualTo(new Requested());
    assertThat(number(scene, "sends")).isEqualTo(2);
    assertThat(inMap(scene, "sendsBy", key(1))).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void charge(Fault fault) {
    scene.send(source(1));
    wire.strikes(fault);
    assertThat(scene.charge(source(2))).isEqualTo(scene.charged(1));
    assertThat(number(scene, "total")).isEqualTo(1);
    assertThat(inMap(scene, "tries", key(2))).isEqualTo(1);
    long window = ResetItem.missWindow(scene.now());
    assertThat(inMap(scene, "missesBy", ResetItem.missesBy(key(2), window))).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANSWER_LATE") // slow, and tried elsewhere
  void lastChargeOfPasscode(Fault fault) {
    scene.send(nobody());
    scene.charged(14, nobody());
    wire.strikes(fault);
    assertThat(scene.charge(nobody())).isEqualTo(scene.charged(15));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANSWER_LATE") // slow, and tried elsewhere
  void forgive(Fault fault) {
    scene.send(source(1));
    scene.charge(source(2));
    wire.strikes(fault);
    assertThat(scene.resets().forgiveMisses(scene.hash(), scene.nonce(), scene.now())).isTrue();
    assertThat(number(scene, "misses")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void exchange(Fault fault) {
    scene.send(source(1));
    var token = scene.newToken(ADA);
    wire.strikes(fault);
    assertThat(scene.exchange(token)).isTrue();
    assertThat(scene.resets().token(scene.hash())).contains(token);
  }

  @ParameterizedTest
  @EnumSource
  void refusal(Fault fault) {
    var token = scene.liveToken(ADA);
    wire.strikes(fault);
    assertThat(scene.refuse(token)).isTrue();
    assertThat(number(scene, "tokenRefusals")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void finish(Fault fault) {
    var account = scene.account();
    var token = scene.liveToken(account.id());
    scene.later(Duration.ofSeconds(1));
    wire.strikes(fault);
    assertThat(scene.finish(token)).isEqualTo(ResetOutcome.DONE);
    assertThat(stores.stored(account.id()).orElseThrow().epoch()).isEqualTo(4);
  }

  /** More than the tries of the client: the item says that it is done. */
  @Test
  void finishOfWhichNoAnswerComes() {
    scene = new Scene(bounded);
    var account = scene.account();
    var token = scene.liveToken(account.id());
    scene.later(Duration.ofSeconds(1));
    wire.strikes(Collections.nCopies(5, Fault.ANSWER_LOST).toArray(Fault[]::new));
    assertThat(scene.finish(token)).isEqualTo(ResetOutcome.DONE);
    assertThat(stores.stored(account.id()).orElseThrow().epoch()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void erase(Fault fault) {
    scene.send(source(1));
    wire.strikes(fault);
    assertThat(scene.resets().erase(scene.hash())).isEqualTo(Erasure.WHOLE);
    assertThat(stores.item(scene.hash())).isEmpty();
  }

  /** However often it is tried, the epoch is raised once. */
  @ParameterizedTest
  @EnumSource
  void compromise(Fault fault) {
    var account = scene.account();
    wire.strikes(fault);
    assertThat(compromise(stores, account.id())).isTrue();
    assertThat(stores.stored(account.id()).orElseThrow().epoch()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void suppress(Fault fault) {
    scene.account();
    wire.passes(1); // the alias is read first
    wire.strikes(fault);
    assertThat(suppress(stores)).isEqualTo(SuppressOutcome.SUPPRESSED);
    assertThat(stores.accounts().suppression(scene.address(), scene.hash())).isPresent();
  }

  /** The second try finds nothing to lift, and knows the first one by its time. */
  @ParameterizedTest
  @EnumSource
  void unsuppress(Fault fault) {
    scene.account();
    suppress(stores);
    wire.passes(1); // the alias is read first
    wire.strikes(fault);
    assertThat(unsuppress(stores)).isTrue();
    assertThat(stores.accounts().suppression(scene.address(), scene.hash())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shut(Fault fault) {
    scene.missTens(5);
    wire.strikes(fault);
    assertThat(scene.resets().shut(scene.hash(), scene.now())).isTrue();
    assertThat(stores.promised(scene.hash())).containsInstanceOf(ShutDue.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUEST_LOST", "CONFLICT", "INNER_FAULT"})
  void faultThatStaysIsNoRefusal(Fault fault) {
    scene = new Scene(bounded);
    var owner = scene.account().id();
    var token = scene.liveToken(owner);
    scene.later(Duration.ofMinutes(1));
    scene.send(source(1));
    duringWhich(
        fault,
        () -> scene.send(source(1)),
        () -> scene.charge(source(1)),
        () -> scene.exchange(token),
        () -> scene.refuse(token),
        () -> scene.resets().erase(scene.hash()),
        () -> compromise(bounded, owner),
        () -> suppress(bounded),
        () -> unsuppress(bounded),
        () -> scene.finish(token));
    assertThat(scene.finish(token)).isEqualTo(ResetOutcome.DONE);
  }

  @Test
  void throttlingThatStaysIsNoRefusal() {
    scene = new Scene(bounded);
    scene.send(source(1));
    duringWhich(Fault.THROTTLED, () -> scene.charge(source(1)));
    assertThat(scene.charge(source(1))).isEqualTo(scene.charged(1));
  }

  @Test
  void refusalOfConditionIsNotTriedAgain() {
    var token = scene.newToken(ADA);
    wire.drainOperations();
    scene.finish(token);
    assertThat(wire.drainOperations()).containsExactly("TransactWriteItems");
  }

  @ParameterizedTest
  @EnumSource
  void capsAreTakenAndGivenBackOnce(Fault fault) {
    var share = new Caps.Share("test#" + UUID.randomUUID(), 1, 2);
    var later = scene.now().plus(Duration.ofDays(1));
    wire.strikes(fault);
    assertThat(stores.caps().take(List.of(share), later)).isEmpty();
    assertThat(stores.caps().take(List.of(share), later)).isEmpty();
    assertThat(stores.caps().take(List.of(share), later)).contains(share);
    wire.strikes(fault);
    stores.caps().giveBack(List.of(share));
    assertThat(stores.caps().take(List.of(share), later)).isEmpty();
    assertThat(stores.caps().take(List.of(share), later)).contains(share);
  }

  private boolean compromise(DynamoStores of, AccountId account) {
    return of.accounts().compromise(account, scene.address().channel(), scene.hash(), scene.now());
  }

  private SuppressOutcome suppress(DynamoStores of) {
    var why = new Suppression(scene.now(), Suppression.Cause.BOUNCE);
    return of.accounts().suppress(scene.address(), scene.hash(), why);
  }

  private boolean unsuppress(DynamoStores of) {
    return of.accounts().unsuppress(scene.address(), scene.hash(), scene.now());
  }

  private void duringWhich(Fault fault, Runnable... calls) {
    wire.alwaysStrikes(Optional.of(fault));
    try {
      for (var call : calls) {
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(call::run);
      }
    } finally {
      wire.alwaysStrikes(Optional.empty());
    }
  }

  private long number(Scene of, String name) {
    return Values.number(stores.item(of.hash()), name).orElse(0L);
  }

  private static String key(int source) {
    return source(source).orElseThrow().itemKey();
  }

  private long inMap(Scene of, String map, String key) {
    var entries = Objects.requireNonNull(stores.item(of.hash()).get(map)).m();
    return Values.number(entries, key).orElse(0L);
  }
}
