package dev.rekey.verifyreset;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.app.App;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.http.Answer;
import dev.rekey.http.AnswerCode;
import dev.rekey.http.Caller;
import dev.rekey.http.Fields;
import dev.rekey.http.Front;
import dev.rekey.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST /api/v3/pre-check-code}: tells whether a passcode is right; consumes nothing
 * (contract section 1.1).
 */
public final class PreCheckCodeHandler implements RequestStreamHandler {
  private final PreCheckCode check;
  private final String defaultCountry;
  private final Front front;

  public PreCheckCodeHandler() {
    this(App.fromEnvironment());
  }

  public PreCheckCodeHandler(App app) {
    check =
        new PreCheckCode(
            app.hashes(), new Attempt(app.passcodes(), app.resets()), app.resets(), app.clock());
    defaultCountry = app.settings().defaultCountry();
    front = app.front(Route.post("/api/v3/pre-check-code", this::read, this::answer));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    front.serve(in, out);
  }

  private Proof read(Fields body) {
    return PreCheckBody.read(body).proof(defaultCountry);
  }

  private Answer answer(Proof proof, Caller caller) {
    String subject = check.subject(proof);
    return switch (check.check(proof, caller.source())) {
      case AttemptOutcome.Right _ ->
          new Answer.Told(
              line(AuditEvent.PASSCODE_PRECHECKED, subject),
              AnswerCode.PASSCODE_RIGHT,
              message -> new CheckData(true, message));
      case AttemptOutcome.Expired() ->
          new Answer.Told(
              line(AuditEvent.AUTHN_PASSCODE_FAIL, subject).because("EXPIRED"),
              AnswerCode.EXPIRED_PASSCODE,
              message -> new CheckData(false, message));
      case AttemptOutcome.Wrong(var cause) ->
          new Answer.Told(
              line(cause.event(), subject).because(cause.name()),
              AnswerCode.WRONG_PASSCODE,
              message -> new CheckData(false, message));
    };
  }

  private static AuditLine line(AuditEvent event, String subject) {
    return AuditLine.of(event).with("subject", subject);
  }
}
