package dev.rekey.local.recorder;

import dev.rekey.local.wire.Reply;
import java.time.InstantSource;
import java.util.UUID;

/** The v1 query API of SES, as far as sending goes. */
public final class SesEnd {
  private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";

  private final MessageLog log;
  private final InstantSource clock;

  public SesEnd(MessageLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Answers one call by its form. */
  public Reply answer(String body) {
    var call = QueryCall.parse(NAMESPACE, body);
    return call.action().equals("SendEmail")
        ? sendEmail(call)
        : call.error("InvalidAction", "This end records SendEmail alone.");
  }

  private Reply sendEmail(QueryCall call) {
    var recipients = call.members("Destination.ToAddresses");
    var subject = call.value("Message.Subject.Data");
    var text = call.value("Message.Body.Text.Data");
    var html = call.value("Message.Body.Html.Data");
    if (call.value("Source") == null || recipients.isEmpty()) {
      return call.error("ValidationError", "A source and a recipient are needed.");
    }
    if (subject == null || (text == null && html == null)) {
      return call.error("ValidationError", "A subject and a body are needed.");
    }
    var id = UUID.randomUUID().toString();
    for (var to : recipients) {
      log.add(
          new Message(id, "EMAIL", to, subject, text == null ? "" : text, html, clock.instant()));
    }
    return call.result(id);
  }
}
