package dev.rekey.feedback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.account.StoreUnavailable;
import dev.rekey.app.App;
import dev.rekey.audit.Audit;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.audit.FaultLine;
import dev.rekey.feedback.FeedbackOutcome.Counted;
import dev.rekey.feedback.FeedbackOutcome.LiftedSince;
import dev.rekey.feedback.FeedbackOutcome.NoAccount;
import dev.rekey.feedback.FeedbackOutcome.Suppressed;
import dev.rekey.feedback.Message.Elsewhere;
import dev.rekey.feedback.Message.Other;
import dev.rekey.feedback.Message.Report;
import dev.rekey.feedback.Message.Unreadable;
import dev.rekey.json.Json;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The function Feedback, on the topic by which SES tells of mails that came back. What can never be
 * acted on (another topic, a message that nobody can read) is told to the audit and done with;
 * while the table or the keys are out of reach it throws, and Lambda tries again. A message of
 * several recipients is then read from its beginning, so their lines may come twice. Thread-safe.
 */
public final class FeedbackHandler implements RequestStreamHandler {
  private static final JsonMapper JSON = Json.MAPPER;

  /** Four times what SNS carries, for quotes within quotes take two signs each. */
  private static final int LONGEST = 1 << 20;

  private static final String OUTCOME = "outcome";

  private final Feedback feedback;
  private final String topic;
  private final Audit audit;

  public FeedbackHandler() {
    this(App.fromEnvironment());
  }

  public FeedbackHandler(App app) {
    this(new Feedback(app.hashes(), app.accounts()), topic(app), app.audit());
  }

  FeedbackHandler(Feedback feedback, String topic, Audit audit) {
    this.feedback = feedback;
    this.topic = topic;
    this.audit = audit;
  }

  private static String topic(App app) {
    return app.settings()
        .feedbackTopic()
        .orElseThrow(
            () -> new IllegalStateException(Setting.FEEDBACK_TOPIC.variable() + " is not set"));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    byte[] event = in.readNBytes(LONGEST + 1);
    if (event.length > LONGEST) {
      unreadable("TOO_LARGE");
    } else {
      read(event);
    }
    JSON.writeValue(out, Map.of()); // nobody waits for it
  }

  private void read(byte[] event) {
    try {
      var records = JSON.readTree(event).path("Records");
      if (records.isEmpty()) {
        unreadable("NO_RECORDS");
      }
      records.forEach(this::handle);
    } catch (JacksonException noJson) {
      unreadable("NOT_JSON");
    }
  }

  private void handle(JsonNode record) {
    var sns = record.path("Sns");
    if (!record.path("EventSource").asString("").equals("aws:sns")) {
      audit.write(AuditLine.of(AuditEvent.FEEDBACK_FOREIGN).because("SOURCE"));
    } else if (!sns.path("TopicArn").asString("").equals(topic)) {
      audit.write(AuditLine.of(AuditEvent.FEEDBACK_FOREIGN).because("TOPIC"));
    } else {
      switch (MessageReader.read(sns.path("Message").asString(""))) {
        case Report report -> take(report);
        case Elsewhere() ->
            audit.write(AuditLine.of(AuditEvent.FEEDBACK_IGNORED).because("NOT_ITS_RECIPIENT"));
        case Other() -> audit.write(AuditLine.of(AuditEvent.FEEDBACK_IGNORED));
        case Unreadable(String reason) -> unreadable(reason);
      }
    }
  }

  /** What is thrown Lambda logs, so it says nothing but what an operator may read. */
  private void take(Report report) {
    try {
      for (var recipient : report.recipients()) { // each with its line, before the next may fail
        audit.write(line(report.kind(), feedback.take(report, recipient)));
      }
    } catch (StoreUnavailable | KeysUnavailable away) {
      audit.write(FaultLine.of(away));
      throw new IllegalStateException("the table or the keys are out of reach; it comes again");
    } catch (RuntimeException bug) {
      audit.write(FaultLine.of(bug));
      throw new IllegalStateException("a fault of the service; its log says where");
    }
  }

  private static AuditLine line(Kind kind, FeedbackOutcome outcome) {
    var line = AuditLine.of(kind.event()).because(kind.name());
    return switch (outcome) {
      case Suppressed(String subject) -> line.with("subject", subject).with(OUTCOME, "SUPPRESSED");
      case LiftedSince(String subject) ->
          line.with("subject", subject).with(OUTCOME, "LIFTED_SINCE");
      case NoAccount(var subject) -> line.with("subject", subject).with(OUTCOME, "NO_ACCOUNT");
      case Counted(String subject) -> line.with("subject", subject).with(OUTCOME, "COUNTED");
    };
  }

  private void unreadable(String reason) {
    audit.write(AuditLine.of(AuditEvent.FEEDBACK_UNREADABLE).because(reason));
  }
}
