package dev.rekey.keyrotation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.app.App;
import dev.rekey.audit.Audit;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.audit.FaultLine;
import dev.rekey.json.Json;
import dev.rekey.keyrotation.RotationOutcome.AlreadyDone;
import dev.rekey.keyrotation.RotationOutcome.Done;
import dev.rekey.keyrotation.RotationOutcome.NotRotated;
import dev.rekey.keyrotation.RotationOutcome.Rotated;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The function RotateKeys, invoked by Secrets Manager with {@code Step}, {@code SecretId} and
 * {@code ClientRequestToken}. A step that is not done throws, for that is what Secrets Manager
 * takes for a failure; what is thrown says no more than the audit. Thread-safe.
 */
public final class RotateKeysHandler implements RequestStreamHandler {
  private static final JsonMapper JSON = Json.MAPPER;

  /** What Secrets Manager allows for the id of a version. */
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_-]{32,64}");

  private final RotateKeys rotate;
  private final String secretId;
  private final Audit audit;

  public RotateKeysHandler() {
    this(App.fromEnvironment());
  }

  public RotateKeysHandler(App app) {
    this(rotate(app), app.settings().keysSecret(), app.audit());
  }

  RotateKeysHandler(RotateKeys rotate, String secretId, Audit audit) {
    this.rotate = rotate;
    this.secretId = secretId;
    this.audit = audit;
  }

  private static RotateKeys rotate(App app) {
    var cacheAge = app.settings().keysMaxAge();
    return new RotateKeys(
        app.keyVersions(),
        new NextKeys(app.random(), cacheAge),
        new Trial(app.random()),
        cacheAge,
        app.clock());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    var event = event(in);
    var step = RotationStep.of(event.path("Step").asString(""));
    var version = event.path("ClientRequestToken").asString("");
    if (step.isEmpty()) {
      throw refused("STEP", "Step must be one that Secrets Manager asks for");
    }
    if (!VERSION.matcher(version).matches()) {
      throw refused("VERSION", "ClientRequestToken must be the id of a version");
    }
    var line = run(step.get(), event.path("SecretId").asString(""), version);
    audit.write(line);
    JSON.writeValue(out, Map.of("outcome", line.event().word()));
  }

  @SuppressWarnings(
      "UnusedException") // a parser quotes what it read, and Lambda logs what is thrown
  private JsonNode event(InputStream in) {
    try {
      return JSON.readTree(in);
    } catch (JacksonException noJson) {
      throw refused("NOT_JSON", "the event is not JSON");
    }
  }

  private AuditLine run(RotationStep step, String secret, String version) {
    var outcome = secret.equals(secretId) ? outcome(step, version) : notOurs();
    return switch (outcome) {
      case Done() -> line(AuditEvent.KEY_ROTATION_STEP, step);
      case AlreadyDone() -> line(AuditEvent.KEY_ROTATION_STEP, step).because("ALREADY_DONE");
      case Rotated(int made, int retired) ->
          line(AuditEvent.KEYS_ROTATED, step)
              .with("made", Integer.toString(made))
              .with("retired", Integer.toString(retired));
      case NotRotated(var why) -> {
        audit.write(line(AuditEvent.KEY_ROTATION_FAIL, step).because(why.name()));
        throw new IllegalStateException("the keys are not rotated: " + why.text());
      }
    };
  }

  private static RotationOutcome notOurs() {
    return new NotRotated(RotationRefusal.NOT_OUR_SECRET);
  }

  @SuppressWarnings("UnusedException") // its message may hold anything, and Lambda would show it
  private RotationOutcome outcome(RotationStep step, String version) {
    try {
      return rotate.run(step, version);
    } catch (RuntimeException fault) {
      audit.write(FaultLine.of(fault));
      throw new IllegalStateException("the keys are not rotated: a fault; the audit says where");
    }
  }

  private static AuditLine line(AuditEvent event, RotationStep step) {
    return AuditLine.of(event).with("step", step.word());
  }

  private IllegalArgumentException refused(String reason, String text) {
    audit.write(AuditLine.of(AuditEvent.INPUT_VALIDATION_FAIL).because(reason));
    return new IllegalArgumentException(text);
  }
}
