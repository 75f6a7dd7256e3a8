package dev.rekey.keyrotation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.app.App;
import dev.rekey.audit.Audit;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.audit.FaultLine;
import dev.rekey.json.Json;
import dev.rekey.keyrotation.MakeOutcome.AlreadyThere;
import dev.rekey.keyrotation.MakeOutcome.Made;
import dev.rekey.keyrotation.MakeOutcome.NotMade;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.stack.StackAnswer;
import dev.rekey.stack.StackAnswers;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The function MakeKeys, behind the custom resource FirstKeys. CloudFormation waits an hour for an
 * answer, so there is one whatever happens; only where the answer itself is not taken it throws,
 * and Lambda invokes it again. Thread-safe.
 */
public final class MakeKeysHandler implements RequestStreamHandler {
  private static final JsonMapper JSON = Json.MAPPER;
  private static final String RESOURCE_ID = "rekey-first-keys";

  private final MakeFirstKeys make;
  private final StackAnswers stack;
  private final Audit audit;

  /** What came of a request: for CloudFormation, and for the audit. */
  private record Result(boolean done, String reason, AuditLine line) {}

  public MakeKeysHandler() {
    this(App.fromEnvironment());
  }

  public MakeKeysHandler(App app) {
    this(
        new MakeFirstKeys(app.keyVersions(), new FirstKeys(app.random()), app.clock()),
        app.stackAnswers(),
        app.audit());
  }

  MakeKeysHandler(MakeFirstKeys make, StackAnswers stack, Audit audit) {
    this.make = make;
    this.stack = stack;
    this.audit = audit;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    var event = event(in);
    var where = where(event.path("ResponseURL").asString(""));
    if (where.isEmpty()) {
      audit.write(AuditLine.of(AuditEvent.INPUT_VALIDATION_FAIL).because("RESPONSE_URL"));
      throw new IllegalArgumentException("the event must be a request of CloudFormation");
    }
    var result = result(event.path("RequestType").asString(""));
    audit.write(result.line());
    tell(where.get(), event, result);
    JSON.writeValue(out, Map.of("done", result.done()));
  }

  /** What is no JSON has no address to answer to, like an object without one. */
  private static JsonNode event(InputStream in) {
    try {
      return JSON.readTree(in);
    } catch (JacksonException noJson) {
      return JSON.createObjectNode();
    }
  }

  private static Optional<URI> where(String text) {
    try {
      return Optional.of(URI.create(text))
          .filter(it -> it.getHost() != null && it.getScheme() != null);
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private Result result(String requestType) {
    return switch (requestType) {
      case "Create", "Update" -> made();
      case "Delete" ->
          new Result(true, "the keys stay", AuditLine.of(AuditEvent.KEYS_MADE).because("KEPT"));
      default ->
          new Result(
              false,
              "RequestType must be Create, Update or Delete",
              AuditLine.of(AuditEvent.INPUT_VALIDATION_FAIL).because("REQUEST_TYPE"));
    };
  }

  private Result made() {
    try {
      return switch (make.run()) {
        case Made() -> new Result(true, "made", AuditLine.of(AuditEvent.KEYS_MADE));
        case AlreadyThere() ->
            new Result(
                true,
                "there were keys already",
                AuditLine.of(AuditEvent.KEYS_MADE).because("ALREADY_THERE"));
        case NotMade(var why) ->
            new Result(
                false,
                "no keys were made: " + why.text(),
                AuditLine.of(AuditEvent.KEYS_MAKE_FAIL).because(why.name()));
      };
    } catch (KeysUnavailable away) {
      return new Result(
          false, "the secret or its key is out of reach; deploy again", FaultLine.of(away));
    } catch (RuntimeException bug) { // its message may hold anything, and the stack would show it
      return new Result(false, "a fault; the audit log says where", FaultLine.of(bug));
    }
  }

  @SuppressWarnings("UnusedException") // Lambda would show its message
  private void tell(URI where, JsonNode event, Result result) {
    try {
      stack.tell(
          where,
          new StackAnswer(
              result.done(),
              result.reason(),
              RESOURCE_ID,
              event.path("StackId").asString(""),
              event.path("RequestId").asString(""),
              event.path("LogicalResourceId").asString("")));
    } catch (RuntimeException unheard) {
      audit.write(FaultLine.of(unheard));
      throw new IllegalStateException("CloudFormation did not take the answer");
    }
  }
}
