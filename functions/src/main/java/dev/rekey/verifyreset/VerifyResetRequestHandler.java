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
 * {@code POST /api/v3/verify-reset-password-request}: exchanges a passcode for a reset token
 * (contract section 1.1).
 */
public final class VerifyResetRequestHandler implements RequestStreamHandler {
  private final VerifyReset verify;
  private final String defaultCountry;
  private final Front front;

  public VerifyResetRequestHandler() {
    this(App.fromEnvironment());
  }

  public VerifyResetRequestHandler(App app) {
    verify =
        new VerifyReset(
            app.hashes(),
            new Attempt(app.passcodes(), app.resets()),
            app.accounts(),
            app.resets(),
            app.settings().limits(),
            app.clock(),
            app.random());
    defaultCountry = app.settings().defaultCountry();
    front =
        app.front(Route.post("/api/v3/verify-reset-password-request", this::read, this::answer));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    front.serve(in, out);
  }

  private Proof read(Fields body) {
    return VerifyResetRequestBody.read(body).proof(defaultCountry);
  }

  private Answer answer(Proof proof, Caller caller) {
    String subject = verify.subject(proof);
    return switch (verify.exchange(proof, caller.source())) {
      case ExchangeOutcome.Exchanged(var token, var life) ->
          Answer.ok(
              line(AuditEvent.AUTHN_TOKEN_CREATED, subject),
              new TokenData(token.text(), life.toSeconds()));
      case ExchangeOutcome.Expired() ->
          Answer.refused(
              AnswerCode.EXPIRED_PASSCODE,
              line(AuditEvent.AUTHN_PASSCODE_FAIL, subject).because("EXPIRED"));
      case ExchangeOutcome.Wrong(var cause) ->
          Answer.refused(
              AnswerCode.WRONG_PASSCODE, line(cause.event(), subject).because(cause.name()));
    };
  }

  private static AuditLine line(AuditEvent event, String subject) {
    return AuditLine.of(event).with("subject", subject);
  }
}
