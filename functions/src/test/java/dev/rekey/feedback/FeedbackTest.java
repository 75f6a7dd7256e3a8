package dev.rekey.feedback;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.DISABLED;
import static dev.rekey.memory.Workbench.NOBODY;
import static dev.rekey.memory.Workbench.UNVERIFIED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rekey.account.AccountDirectory;
import dev.rekey.account.StoreUnavailable;
import dev.rekey.account.Suppression;
import dev.rekey.account.Suppression.Cause;
import dev.rekey.address.AddressHashes;
import dev.rekey.address.EmailAddress;
import dev.rekey.audit.Audit;
import dev.rekey.fuzz.AuditTrail;
import dev.rekey.keys.Keys;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.memory.Workbench;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What SES tells of mails that came back, and what comes of it. */
class FeedbackTest {
  private static final String TO = "ada@example.com";
  private static final Instant AT = Instant.parse(Reports.AT);
  private static final String BOUNCE = Reports.bounce("Permanent", "General", TO);

  private final Workbench bench = new Workbench();
  private final AuditTrail trail = new AuditTrail(bench.clock);
  private final FeedbackHandler handler = handler(bench.hashes, trail.audit());

  private FeedbackHandler handler(AddressHashes hashes, Audit audit) {
    return new FeedbackHandler(new Feedback(hashes, bench.accounts), Reports.TOPIC, audit);
  }

  private List<JsonNode> told(String... messages) throws IOException {
    return call(Reports.event(Reports.TOPIC, messages));
  }

  private List<JsonNode> call(String event) throws IOException {
    call(handler, event);
    return trail.drain();
  }

  @SuppressWarnings("NullAway") // no function looks at its context
  private static void call(FeedbackHandler handler, String event) throws IOException {
    var out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, null);
    assertThat(out.toString(UTF_8)).isEqualTo("{}");
  }

  private Optional<Suppression> suppression(EmailAddress address) {
    return bench.accounts.suppression(address, bench.hash(address));
  }

  private static void assertLine(JsonNode line, String event, String reason, String outcome) {
    assertThat(line.path("event").asString()).isEqualTo(event);
    assertThat(line.path("reason").asString()).isEqualTo(reason);
    assertThat(line.path("outcome").asString("")).isEqualTo(outcome);
  }

  @Test
  void anAddressThatBouncesForGoodGetsNoFurtherMail() throws IOException {
    var lines = told(BOUNCE);
    assertThat(suppression(ADA)).contains(new Suppression(AT, Cause.BOUNCE));
    assertThat(lines).hasSize(1);
    assertLine(lines.getFirst(), "mail_bounced", "PERMANENT", "SUPPRESSED");
    assertThat(lines.getFirst().path("subject").asString()).isEqualTo(bench.hash(ADA).subject());
  }

  @Test
  void anAddressWhoseOwnerComplainsGetsNoFurtherMail() throws IOException {
    var lines = told(Reports.complaint("abuse", TO));
    assertThat(suppression(ADA)).contains(new Suppression(AT, Cause.COMPLAINT));
    assertLine(lines.getFirst(), "mail_complained", "COMPLAINT", "SUPPRESSED");
  }

  @ParameterizedTest
  @CsvSource({
    "Transient, MailboxFull, TRANSIENT",
    "Undetermined, Undetermined, UNDETERMINED",
  })
  void whatMayPassIsCountedAlone(String type, String subType, String reason) throws IOException {
    var lines = told(Reports.bounce(type, subType, TO));
    assertThat(suppression(ADA)).isEmpty();
    assertLine(lines.getFirst(), "mail_bounced", reason, "COUNTED");
  }

  @Test
  void aMailThatIsNoSpamAndOneThatNeverLeftAreCountedAlone() throws IOException {
    var lines = told(Reports.complaint("not-spam", TO), Reports.reject(TO));
    assertThat(suppression(ADA)).isEmpty();
    assertLine(lines.get(0), "mail_complained", "NOT_SPAM", "COUNTED");
    assertLine(lines.get(1), "mail_rejected", "REJECTED", "COUNTED");
  }

  @Test
  void eachRecipientOfAMessageHasItsOwnLine() throws IOException {
    var lines =
        told(
            Reports.bounce(
                "Permanent", "General", NOBODY.normal(), TO, "no address", DISABLED.normal()));
    assertThat(lines)
        .extracting(it -> it.path("outcome").asString())
        .containsExactly("NO_ACCOUNT", "SUPPRESSED", "NO_ACCOUNT", "SUPPRESSED");
    assertThat(lines.get(0).path("subject").asString()).isEqualTo(bench.hash(NOBODY).subject());
    assertThat(lines.get(2).has("subject")).isFalse();
    assertThat(suppression(NOBODY)).isEmpty();
  }

  @Test
  void anAddressThatIsNotConfirmedYetIsSuppressedToo() throws IOException {
    told(Reports.bounce("Permanent", "General", UNVERIFIED.normal()));
    assertThat(suppression(UNVERIFIED)).isPresent();
  }

  @Test
  void theSameMessageAgainChangesNothing() throws IOException {
    var lines = told(BOUNCE, BOUNCE);
    assertThat(suppression(ADA)).contains(new Suppression(AT, Cause.BOUNCE));
    assertLine(lines.get(1), "mail_bounced", "PERMANENT", "SUPPRESSED");
  }

  @Test
  void whatCameBackBeforeAnOperatorLiftedItUndoesNothing() throws IOException {
    told(BOUNCE);
    bench.accounts.unsuppress(ADA, bench.hash(ADA), bench.clock.instant());
    var lines = told(BOUNCE);
    assertThat(suppression(ADA)).isEmpty();
    assertLine(lines.getFirst(), "mail_bounced", "PERMANENT", "LIFTED_SINCE");
    var later = bench.clock.instant().plus(Duration.ofSeconds(1)).toString();
    told(Reports.bounceAt(later, "Permanent", "General", TO));
    assertThat(suppression(ADA)).isPresent();
  }

  /** Whoever may publish to some topic of ours must not take mail from anybody. */
  @Test
  void invariant10_aMessageOfAnotherTopicIsNotActedOn() throws IOException {
    var lines = call(Reports.event(Reports.TOPIC + "2", BOUNCE));
    assertThat(suppression(ADA)).isEmpty();
    assertThat(lines).hasSize(1);
    assertLine(lines.getFirst(), "feedback_foreign", "TOPIC", "");
    assertThat(lines.getFirst().has("subject")).isFalse();
  }

  @Test
  void aMessageThatSnsDidNotBringIsNotActedOn() throws IOException {
    var record = Reports.record("aws:sqs", Reports.TOPIC, BOUNCE);
    var lines = call("{\"Records\":[" + record + "]}");
    assertThat(suppression(ADA)).isEmpty();
    assertLine(lines.getFirst(), "feedback_foreign", "SOURCE", "");
  }

  @Test
  void whatFollowsAForeignOrAnUnreadableMessageIsActedOn() throws IOException {
    var lines =
        call(
            "{\"Records\":[7,"
                + Reports.record("aws:sns", "arn:aws:sns:eu-central-1:1:other", BOUNCE)
                + ","
                + Reports.record("aws:sns", Reports.TOPIC, "ada@example.com")
                + ","
                + Reports.record("aws:sns", Reports.TOPIC, BOUNCE)
                + "]}");
    assertThat(lines)
        .extracting(it -> it.path("event").asString())
        .containsExactly(
            "feedback_foreign", "feedback_foreign", "feedback_unreadable", "mail_bounced");
    assertThat(suppression(ADA)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada@example.com", "{", "[]", "{}", "{\"Records\":{\"a\":1"})
  void anEventThatIsNoneIsToldAndDoneWith(String event) throws IOException {
    var lines = call(event);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().path("event").asString()).isEqualTo("feedback_unreadable");
    assertThat(lines.toString()).doesNotContain("example");
  }

  @Test
  void anEventThatIsTooLargeIsToldAndDoneWith() throws IOException {
    int room = (1 << 20) - Reports.event(Reports.TOPIC, BOUNCE).length();
    assertThat(call(Reports.event(Reports.TOPIC, BOUNCE) + " ".repeat(room))).hasSize(1);
    assertThat(suppression(ADA)).isPresent();
    var lines = call(Reports.event(Reports.TOPIC, BOUNCE) + " ".repeat(room + 1));
    assertLine(lines.getFirst(), "feedback_unreadable", "TOO_LARGE", "");
  }

  /** Lambda tries again what was thrown, and logs it. */
  @Test
  void r18_keysOutOfReachAreThrownWithoutAnAddress() {
    var keyless =
        new Keys(
            () -> {
              throw new KeysUnavailable("down", new IllegalStateException("canary"));
            },
            bench.clock,
            Duration.ofMinutes(1));
    assertThrown(handler(new AddressHashes(keyless), trail.audit()));
  }

  @Test
  void r18_aStoreOutOfReachIsThrownWithoutAnAddress() {
    assertThrown(failing(new StoreUnavailable("UpdateItem", "canary")));
  }

  @Test
  void r18_aBugIsThrownWithoutItsMessage() {
    assertThrown(failing(new IllegalArgumentException("canary " + TO)));
  }

  /** Over a directory that answers nothing else. */
  private FeedbackHandler failing(RuntimeException fault) {
    var type = AccountDirectory.class;
    var accounts =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, _, _) -> {
              throw fault;
            });
    var feedback = new Feedback(bench.hashes, type.cast(accounts));
    return new FeedbackHandler(feedback, Reports.TOPIC, trail.audit());
  }

  private void assertThrown(FeedbackHandler faulty) {
    assertThatIllegalStateException()
        .isThrownBy(() -> call(faulty, Reports.event(Reports.TOPIC, BOUNCE)))
        .withNoCause()
        .withMessageNotContainingAny("canary", "example");
    var lines = trail.drain();
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().path("event").asString()).isEqualTo("fault");
    assertThat(lines.toString()).doesNotContain("canary", "example.com");
    assertThat(suppression(ADA)).isEmpty();
  }
}
