package dev.rekey.deliver;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.app.App;
import dev.rekey.audit.Audit;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.audit.FaultLine;
import dev.rekey.deliver.DeliverOutcome.Again;
import dev.rekey.deliver.DeliverOutcome.NotOurs;
import dev.rekey.deliver.DeliverOutcome.Settled;
import dev.rekey.json.Json;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.message.EventPublisher;
import dev.rekey.message.Messages;
import dev.rekey.passcode.OutboxReader;
import dev.rekey.settings.Setting;
import dev.rekey.settings.Settings;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The functions DeliverMail and DeliverSms, on the stream of the table of resets. A batch is worked
 * in order and stops at the first passing fault, which is reported as the failed record: nothing
 * after it was tried, so the retry sends nothing twice.
 */
public final class DeliverHandler implements RequestStreamHandler {
  private static final JsonMapper JSON = Json.MAPPER;

  private final Deliver deliver;
  private final OutboxReader outbox;
  private final Audit audit;

  public DeliverHandler() {
    this(App.fromEnvironment());
  }

  public DeliverHandler(App app) {
    this(deliver(app), app.outbox(), app.audit());
  }

  DeliverHandler(Deliver deliver, OutboxReader outbox, Audit audit) {
    this.deliver = deliver;
    this.outbox = outbox;
    this.audit = audit;
  }

  /**
   * The events of the team go by SNS as the texts do, so the function of the texts sends them:
   * while SNS is away no e-mail waits for it.
   */
  private static Deliver deliver(App app) {
    var settings = app.settings();
    var messages = new Messages(settings.productName(), settings.supportContact());
    var channel =
        settings
            .deliver()
            .orElseThrow(
                () -> new IllegalStateException(Setting.DELIVER.variable() + " is not set"));
    return switch (channel) {
      case Settings.Deliver.MAIL ->
          deliver(app, new MailCourier(messages, app.mailSender()), Optional.empty());
      case Settings.Deliver.SMS ->
          deliver(
              app,
              new SmsCourier(
                  messages,
                  app.smsSender(),
                  settings.texting().countries(),
                  new TextBudget(app.caps(), settings.texting()),
                  app.team(),
                  app.clock()),
              app.team());
    };
  }

  private static Deliver deliver(App app, Courier courier, Optional<EventPublisher> team) {
    return new Deliver(
        courier, app.accounts(), app.passcodes(), app.settings().limits(), team, app.clock());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    List<Map<String, String>> failures = List.of();
    for (JsonNode record : records(in)) {
      if (!settle(record)) {
        failures =
            List.of(
                Map.of(
                    "itemIdentifier", record.path("dynamodb").path("SequenceNumber").asString("")));
        break;
      }
    }
    JSON.writeValue(out, Map.of("batchItemFailures", failures));
  }

  @SuppressWarnings(
      "UnusedException") // a parser quotes what it read, and Lambda logs what is thrown
  private static JsonNode records(InputStream in) {
    try {
      return JSON.readTree(in).path("Records");
    } catch (JacksonException noJson) {
      throw new IllegalArgumentException("the event is not JSON");
    }
  }

  /**
   * Whether the record is done with. One that is unreadable, or that a bug of ours fails on, would
   * be so for ever and hold up everybody behind it: it is dropped with a line that raises an alarm.
   */
  private boolean settle(JsonNode record) {
    try {
      var image = record.path("dynamodb").path("NewImage");
      return switch (deliver.deliver(outbox.read(image.toString()))) {
        case Settled(var line) -> {
          audit.write(line);
          yield true;
        }
        case Again(var line) -> {
          audit.write(line);
          yield false;
        }
        case NotOurs() -> true;
      };
    } catch (KeysUnavailable unavailable) {
      audit.write(AuditLine.of(AuditEvent.DELIVERY_FAILING).because("KEYS_UNAVAILABLE"));
      return false;
    } catch (RuntimeException unreadable) {
      audit.write(new AuditLine(AuditEvent.RECORD_UNREADABLE, FaultLine.of(unreadable).fields()));
      return true;
    }
  }
}
