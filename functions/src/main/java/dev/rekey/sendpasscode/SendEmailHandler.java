package dev.rekey.sendpasscode;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.address.EmailAddress;
import dev.rekey.app.App;
import dev.rekey.http.AnswerCode;
import dev.rekey.http.Fields;
import dev.rekey.http.Front;
import dev.rekey.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST /api/v3/send-email}: asks for a passcode by an e-mail (contract section 1.1). */
public final class SendEmailHandler implements RequestStreamHandler {
  private final SendAnswers send;
  private final Front front;

  public SendEmailHandler() {
    this(App.fromEnvironment());
  }

  public SendEmailHandler(App app) {
    send = new SendAnswers(app, AnswerCode.TOO_SOON_EMAIL);
    front = app.front(Route.post("/api/v3/send-email", this::read, send::answer));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    front.serve(in, out);
  }

  private EmailAddress read(Fields body) {
    return SendEmailBody.read(body).address();
  }
}
