package dev.rekey.local.recorder;

import dev.rekey.local.wire.Reply;
import java.time.InstantSource;
import java.util.UUID;

/** {@code Publish} of SNS: text messages are kept, events to a topic are taken and let go. */
public final class SnsEnd {
  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  private final MessageLog log;
  private final InstantSource clock;

  public SnsEnd(MessageLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Answers one call by its form. */
  public Reply answer(String body) {
    var call = QueryCall.parse(NAMESPACE, body);
    return call.action().equals("Publish")
        ? publish(call)
        : call.error("InvalidAction", "This end records Publish alone.");
  }

  private Reply publish(QueryCall call) {
    var phone = call.value("PhoneNumber");
    var text = call.value("Message");
    if (text == null || text.isEmpty()) {
      return call.error("InvalidParameter", "Invalid parameter: Empty message");
    }
    if ((phone == null) == (call.value("TopicArn") == null)) {
      return call.error("InvalidParameter", "Either a phone number or a topic is needed.");
    }
    var id = UUID.randomUUID().toString();
    if (phone != null) {
      log.add(new Message(id, "SMS", phone, null, text, null, clock.instant()));
    }
    return call.result(id);
  }
}
