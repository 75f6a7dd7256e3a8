package dev.rekey.operate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.account.StoreUnavailable;
import dev.rekey.account.Suppression;
import dev.rekey.address.Address;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.app.App;
import dev.rekey.audit.Audit;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.audit.FaultLine;
import dev.rekey.json.Json;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.operate.OperateOutcome.Compromised;
import dev.rekey.operate.OperateOutcome.Erased;
import dev.rekey.operate.OperateOutcome.Lifted;
import dev.rekey.operate.OperateOutcome.NoAccount;
import dev.rekey.operate.OperateOutcome.NotShut;
import dev.rekey.operate.OperateOutcome.NotSuppressed;
import dev.rekey.operate.OperateOutcome.NothingKnown;
import dev.rekey.operate.OperateOutcome.Opened;
import dev.rekey.operate.OperateOutcome.Shown;
import dev.rekey.passcode.AddressView;
import dev.rekey.passcode.Erasure;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The function Operate: {@code {"operation":"open","address":"ada@example.com"}}. Whoever may
 * invoke it is decided by IAM alone (design, Layout). What it cannot do it says in {@code error}.
 * Thread-safe.
 */
public final class OperateHandler implements RequestStreamHandler {
  private static final JsonMapper JSON = Json.MAPPER;
  private static final String NO_COUNTRY = "ZZ"; // a number must come with its country code

  private static final String OPERATIONS =
      "operation must be one of "
          + Arrays.stream(Operation.values())
              .map(it -> it.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
  private static final String NO_OBJECT = "the event must be a JSON object";

  private final Operate operate;
  private final Audit audit;

  public OperateHandler() {
    this(App.fromEnvironment());
  }

  public OperateHandler(App app) {
    this(new Operate(app.hashes(), app.resets(), app.accounts(), app.clock()), app.audit());
  }

  OperateHandler(Operate operate, Audit audit) {
    this.operate = operate;
    this.audit = audit;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    JSON.writeValue(out, answer(in));
  }

  private Map<String, Object> answer(InputStream in) {
    try {
      var event = JSON.readTree(in);
      if (!event.isObject()) {
        return refused("NOT_AN_OBJECT", NO_OBJECT);
      }
      var operation = operation(event);
      var address = address(event.path("address").asString(""));
      if (operation.isEmpty()) {
        return refused("OPERATION", OPERATIONS);
      }
      if (address.isEmpty()) {
        return refused(
            "ADDRESS", "address must be an e-mail address, or a number with its +country code");
      }
      return done(operation.get(), address.get());
    } catch (JacksonException noJson) {
      return refused("NOT_JSON", NO_OBJECT);
    } catch (StoreUnavailable | KeysUnavailable away) {
      audit.write(FaultLine.of(away));
      return error("the table or the keys are out of reach; try again");
    } catch (RuntimeException bug) { // its message may hold anything, and Lambda would show it
      audit.write(FaultLine.of(bug));
      return error("a fault of the service; its log says where");
    }
  }

  private static Optional<Operation> operation(JsonNode event) {
    String wanted = event.path("operation").asString("");
    return Arrays.stream(Operation.values())
        .filter(it -> it.name().equalsIgnoreCase(wanted))
        .findFirst();
  }

  private static Optional<Address> address(String typed) {
    return typed.contains("@")
        ? EmailAddress.parse(typed).map(Address.class::cast)
        : PhoneNumber.parse(typed, Optional.empty(), NO_COUNTRY).map(Address.class::cast);
  }

  private Map<String, Object> done(Operation operation, Address address) {
    String subject = operate.subject(address);
    var answer = new LinkedHashMap<String, Object>();
    answer.put("subject", subject);
    switch (operate.run(operation, address)) {
      case Shown(var view, var suppression) -> {
        answer.put("known", true);
        view.ifPresent(it -> show(it, answer));
        suppression.ifPresent(it -> show(it, answer));
        audit.write(line(AuditEvent.ADDRESS_SHOWN, subject));
      }
      case NothingKnown() -> {
        answer.put("known", false);
        audit.write(line(AuditEvent.ADDRESS_SHOWN, subject).because("NOTHING_KNOWN"));
      }
      case Opened() -> {
        answer.put("opened", true);
        audit.write(line(AuditEvent.RECOVERY_OPENED, subject));
      }
      case Erased(var erasure) -> {
        boolean kept = erasure == Erasure.COUNTS_KEPT;
        answer.put("erased", true);
        answer.put("countsKept", kept);
        var line = line(AuditEvent.ADDRESS_ERASED, subject);
        audit.write(kept ? line.because(erasure.name()) : line);
      }
      case Compromised() -> {
        answer.put("compromised", true);
        audit.write(line(AuditEvent.ACCOUNT_COMPROMISED, subject));
      }
      case NoAccount() -> {
        answer.put("compromised", false);
        audit.write(line(AuditEvent.ACCOUNT_COMPROMISE_FAIL, subject).because("NO_ACCOUNT"));
      }
      case Lifted() -> {
        answer.put("unsuppressed", true);
        audit.write(line(AuditEvent.SUPPRESSION_LIFTED, subject));
      }
      case NotSuppressed() -> {
        answer.put("unsuppressed", false);
        audit.write(line(AuditEvent.SUPPRESSION_LIFT_FAIL, subject).because("NOT_SUPPRESSED"));
      }
      case NotShut() -> {
        answer.put("opened", false);
        audit.write(line(AuditEvent.RECOVERY_OPEN_FAIL, subject).because("NOT_SHUT"));
      }
    }
    return answer;
  }

  private static void show(Suppression suppression, Map<String, Object> answer) {
    answer.put("suppressedSince", suppression.since().toString());
    answer.put("suppressedFor", suppression.cause().name());
  }

  private static void show(AddressView view, Map<String, Object> answer) {
    view.shutSince().ifPresent(at -> answer.put("shutSince", at.toString()));
    answer.put("misses", view.misses());
    answer.put("sendsToday", view.sendsToday());
    answer.put("askedAt", view.askedAt().toString());
    view.passcodeUntil().ifPresent(at -> answer.put("passcodeUntil", at.toString()));
    view.tokenUntil().ifPresent(at -> answer.put("tokenUntil", at.toString()));
  }

  private static AuditLine line(AuditEvent event, String subject) {
    return AuditLine.of(event).with("subject", subject);
  }

  private Map<String, Object> refused(String reason, String text) {
    audit.write(AuditLine.of(AuditEvent.INPUT_VALIDATION_FAIL).because(reason));
    return error(text);
  }

  private static Map<String, Object> error(String text) {
    return Map.of("error", text);
  }
}
