package dev.rekey.verifyreset;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.app.App;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.http.AddressFields;
import dev.rekey.http.Answer;
import dev.rekey.http.Caller;
import dev.rekey.http.Fields;
import dev.rekey.http.Front;
import dev.rekey.http.Purpose;
import dev.rekey.http.Route;
import dev.rekey.message.Texts;
import dev.rekey.passcode.Passcode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;

/**
 * {@code POST /api/v3/pre-check-code}: tells whether a passcode is right; consumes nothing
 * (contract section 1.1).
 */
public final class PreCheckCodeHandler implements RequestStreamHandler {
  private final PreCheckCode check;
  private final String defaultCountry;
  private final Texts texts = Texts.load();
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

  /** Names of the wire. */
  private enum CodeType {
    EMAIL,
    SMS
  }

  /**
   * Only the payload of the chosen type is looked at: one SDK always sends the other one, blank
   * (contract 2.4).
   */
  private Proof read(Fields body) {
    return switch (body.choice("codeType", CodeType.class)) {
      case EMAIL -> {
        var payload = body.object("emailCodePayload");
        Purpose.checkMail(payload);
        var email = AddressFields.email(payload, "email");
        yield new Proof(email, Passcode.parse(payload.required("passCode")));
      }
      case SMS -> {
        var payload = body.object("smsCodePayload");
        Purpose.checkSms(payload);
        var phone = AddressFields.phone(payload, "phone", defaultCountry);
        yield new Proof(phone, Passcode.parse(payload.required("passCode")));
      }
    };
  }

  private Answer answer(Proof proof, Caller caller) {
    String subject = check.subject(proof);
    return switch (check.check(proof, caller.source())) {
      case AttemptOutcome.Right _ ->
          Answer.ok(
              line(AuditEvent.PASSCODE_PRECHECKED, subject), data(true, "passcode-right", caller));
      case AttemptOutcome.Expired() ->
          Answer.ok(
              line(AuditEvent.AUTHN_PASSCODE_FAIL, subject).because("EXPIRED"),
              data(false, "expired-passcode", caller));
      case AttemptOutcome.Wrong(var cause) ->
          Answer.ok(
              line(cause.event(), subject).because(cause.name()),
              data(false, "wrong-passcode", caller));
    };
  }

  private static AuditLine line(AuditEvent event, String subject) {
    return AuditLine.of(event).with("subject", subject);
  }

  private Object data(boolean valid, String key, Caller caller) {
    var data = new LinkedHashMap<String, Object>();
    data.put("isValid", valid);
    data.put("message", texts.get(caller.language(), key));
    return data;
  }
}
