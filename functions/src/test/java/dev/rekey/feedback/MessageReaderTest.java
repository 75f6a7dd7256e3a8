package dev.rekey.feedback;

import static dev.rekey.memory.Workbench.ADA;
import static dev.rekey.memory.Workbench.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.feedback.Message.Elsewhere;
import dev.rekey.feedback.Message.Other;
import dev.rekey.feedback.Message.Report;
import dev.rekey.feedback.Message.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SES publishes, in its own form. */
class MessageReaderTest {
  private static final String TO = "ada@example.com";

  private static Report report(String text) {
    assertThat(MessageReader.read(text)).isInstanceOf(Report.class);
    return (Report) MessageReader.read(text);
  }

  @ParameterizedTest
  @CsvSource({
    "Permanent, General, PERMANENT",
    "Permanent, NoEmail, PERMANENT",
    "Permanent, Suppressed, ON_A_LIST_OF_SES",
    "Permanent, OnAccountSuppressionList, ON_A_LIST_OF_SES",
    "Transient, MailboxFull, TRANSIENT",
    "Undetermined, Undetermined, UNDETERMINED",
  })
  void readsBounces(String type, String subType, Kind kind) {
    assertThat(report(Reports.bounce(type, subType, TO)))
        .isEqualTo(new Report(kind, Instant.parse(Reports.AT), List.of(Optional.of(ADA))));
  }

  @Test
  void readsTheOlderFormOfAnIdentity() {
    String older =
        Reports.bounce("Permanent", "General", TO).replace("eventType", "notificationType");
    assertThat(report(older).kind()).isEqualTo(Kind.PERMANENT);
  }

  @ParameterizedTest
  @CsvSource({
    "abuse, COMPLAINT",
    "fraud, COMPLAINT",
    "'', COMPLAINT",
    "not-spam, NOT_SPAM",
  })
  void readsComplaints(String type, Kind kind) {
    assertThat(report(Reports.complaint(type, TO)).kind()).isEqualTo(kind);
  }

  @Test
  void aRefusalForAnotherReasonIsCountedAlone() {
    String full = Reports.bounce("Permanent", "General", TO).replace("5.1.1", "5.7.1");
    assertThat(report(full).kind()).isEqualTo(Kind.REFUSED);
    String untold = Reports.bounce("Permanent", "General", TO).replace("\"5.1.1\"", "\"\"");
    assertThat(report(untold).kind()).isEqualTo(Kind.REFUSED);
    assertThat(Kind.REFUSED.cause()).isEmpty();
  }

  /** The one who got the mail writes its bounce, and may name anybody there. */
  @ParameterizedTest
  @ValueSource(strings = {"bouncedRecipients", "complainedRecipients"})
  void invariant10_nobodyButTheRecipientOfTheMailIsJudged(String list) {
    String theirs =
        list.startsWith("bounced")
            ? Reports.bounce("Permanent", "NoEmail", "mallory@evil.example")
            : Reports.complaint("abuse", "mallory@evil.example");
    String forged =
        theirs.replace(
            "\"emailAddress\":\"mallory@evil.example\"", "\"emailAddress\":\"" + TO + "\"");
    assertThat(forged).contains(list, TO);
    assertThat(MessageReader.read(forged)).isEqualTo(new Elsewhere());
  }

  @Test
  void readsRejects() {
    assertThat(report(Reports.reject(TO)))
        .isEqualTo(new Report(Kind.REJECTED, Instant.parse(Reports.AT), List.of(Optional.of(ADA))));
  }

  @Test
  void readsEveryRecipientAndKnowsWhatIsNoAddress() {
    assertThat(report(Reports.bounce("Permanent", "General", TO, "a b", "Nobody@example.com")))
        .extracting(Report::recipients)
        .isEqualTo(List.of(Optional.of(ADA), Optional.empty(), Optional.of(NOBODY)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Successfully validated SNS topic for Amazon SES event publishing.",
        "{\"eventType\":\"Delivery\"}",
        "{\"notificationType\":\"AmazonSnsSubscriptionSucceeded\"}"
      })
  void whatDidNotComeBackIsNothingToDo(String text) {
    assertThat(MessageReader.read(text)).isEqualTo(new Other());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|NO_KIND",
        "[]|NO_KIND",
        "7|NO_KIND",
        "{\"eventType\":{}}|NO_KIND",
        "{\"eventType\":\"Bounce\"}|NO_KIND",
        "{\"eventType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Sudden\"}}|NO_KIND",
        "{\"eventType\":\"Complaint\"}|RECIPIENTS",
        "{\"eventType\":\"Reject\",\"mail\":{\"destination\":\"ada@example.com\"}}|RECIPIENTS",
        "{\"eventType\":\"Reject\",\"mail\":{\"destination\":[\"ada@example.com\"]}}|NO_TIME",
        "ada@example.com|NOT_JSON",
        "{\"eventType\":\"Bounce\"|NOT_JSON",
      })
  void whatNobodyCanReadSaysWhy(String text, String reason) {
    assertThat(MessageReader.read(text)).isEqualTo(new Unreadable(reason));
  }

  @Test
  void aTimeThatIsNoneIsUnreadable() {
    assertThat(MessageReader.read(Reports.bounceAt("yesterday", "Permanent", "General", TO)))
        .isEqualTo(new Unreadable("NO_TIME"));
  }

  @Test
  void takesNoMoreRecipientsThanSesDoes() {
    assertThat(report(Reports.complaint("abuse", people(50))).recipients()).hasSize(50);
    assertThat(MessageReader.read(Reports.complaint("abuse", people(51))))
        .isEqualTo(new Unreadable("RECIPIENTS"));
  }

  @Test
  void aRecipientWhoIsNamedOftenIsOne() {
    assertThat(report(Reports.complaint("abuse", TO, TO)).recipients())
        .containsExactly(Optional.of(ADA));
  }

  private static String[] people(int count) {
    return IntStream.range(0, count).mapToObj("p%d@example.com"::formatted).toArray(String[]::new);
  }
}
