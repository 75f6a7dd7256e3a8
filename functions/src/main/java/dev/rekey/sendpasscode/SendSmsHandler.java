package dev.rekey.sendpasscode;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.address.PhoneNumber;
import dev.rekey.app.App;
import dev.rekey.http.AnswerCode;
import dev.rekey.http.Fields;
import dev.rekey.http.Front;
import dev.rekey.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST /api/v3/send-sms}: asks for a passcode by an SMS (contract section 1.1). */
public final class SendSmsHandler implements RequestStreamHandler {
  private final SendAnswers send;
  private final String defaultCountry;
  private final Front front;

  public SendSmsHandler() {
    this(App.fromEnvironment());
  }

  public SendSmsHandler(App app) {
    send = new SendAnswers(app, AnswerCode.TOO_SOON_SMS);
    defaultCountry = app.settings().defaultCountry();
    front = app.front(Route.post("/api/v3/send-sms", this::read, send::answer));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    front.serve(in, out);
  }

  private PhoneNumber read(Fields body) {
    return SendSmsBody.read(body).address(defaultCountry);
  }
}
