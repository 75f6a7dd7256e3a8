package dev.rekey.local.admin;

import dev.rekey.address.EmailAddress;
import dev.rekey.local.recorder.Message;
import dev.rekey.local.recorder.MessageLog;
import dev.rekey.local.wire.Reply;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** {@code /_local/messages} and the outbox page. */
public final class MessageRoutes {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{5,14}");

  private final MessageLog log;

  public MessageRoutes(MessageLog log) {
    this.log = log;
  }

  Reply list(Call call) {
    return Reply.json(200, log.all().stream().filter(to(call)).toList());
  }

  Reply clear(Call call) {
    log.remove(to(call));
    return Reply.empty();
  }

  Reply outbox(Call call) {
    if (!call.query().isEmpty()) {
      throw new BadInput("the outbox takes no parameters");
    }
    return Reply.of(200, "text/html; charset=utf-8", OutboxPage.render(log.all()));
  }

  private static Predicate<Message> to(Call call) {
    var to = call.parameter("to").map(MessageRoutes::normal);
    return message -> to.isEmpty() || to.get().equals(message.to());
  }

  /** Messages go to the normal form of an address, so any form of it finds them. */
  private static String normal(String typed) {
    if (E164.matcher(typed).matches()) {
      return typed;
    }
    return EmailAddress.parse(typed)
        .map(EmailAddress::normal)
        .orElseThrow(() ->
            new BadInput(
                "to must be an e-mail address, or a number in E.164 whose plus is sent as %%2B"
                    .formatted()));
  }
}
