package dev.rekey.resetpassword;

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
import dev.rekey.password.Argon2idHasher;
import dev.rekey.password.BlockList;
import dev.rekey.password.PasswordDecryption;
import dev.rekey.password.PasswordPolicy;
import dev.rekey.password.PolicyVerdict;
import dev.rekey.resetpassword.ResetPasswordOutcome.BadToken;
import dev.rekey.resetpassword.ResetPasswordOutcome.Done;
import dev.rekey.resetpassword.ResetPasswordOutcome.Undecryptable;
import dev.rekey.resetpassword.ResetPasswordOutcome.Unfit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST /api/v3/reset-password}: sets the new password (contract section 1.1). */
public final class ResetPasswordHandler implements RequestStreamHandler {
  private final ResetPassword reset;
  private final Front front;

  public ResetPasswordHandler() {
    this(App.fromEnvironment());
  }

  public ResetPasswordHandler(App app) {
    var settings = app.settings();
    reset =
        new ResetPassword(
            app.resets(),
            app.accounts(),
            new PasswordDecryption(app.keys()),
            new PasswordPolicy(
                settings.passwordLength(), PasswordPolicy.MAX_LENGTH, BlockList.bundled()),
            new Argon2idHasher(app.keys(), settings.hashCost(), app.clock(), app.random()),
            settings.productName(),
            app.clock());
    // No rate of the source: a token has 256 random bits, and counts its own refusals.
    front = app.front(Route.post("/api/v3/reset-password", this::read, this::answer).unrated());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    front.serve(in, out);
  }

  private NewPassword read(Fields body) {
    return ResetPasswordBody.read(body).wanted();
  }

  private Answer answer(NewPassword wanted, Caller caller) {
    var failed = AuditLine.of(AuditEvent.AUTHN_PASSWORD_CHANGE_FAIL);
    var subject = wanted.token().map(token -> token.address().subject());
    return switch (reset.set(wanted)) {
      case Done(var account, var mfa) ->
          Answer.ok(
              AuditLine.of(AuditEvent.AUTHN_PASSWORD_CHANGE)
                  .with("subject", subject)
                  .with("account", account.text())
                  .with("mfa", Boolean.toString(mfa)),
              mfa ? new SecondFactorDueData(true, true) : new DoneData(true));
      case BadToken(var cause) ->
          Answer.refused(
              AnswerCode.BAD_RESET_TOKEN, failed.with("subject", subject).because(cause));
      case Undecryptable() ->
          Answer.refused(
              AnswerCode.UNDECRYPTABLE, failed.with("subject", subject).because("UNDECRYPTABLE"));
      case Unfit(var verdict) -> unfit(verdict, failed.with("subject", subject));
    };
  }

  private static Answer unfit(PolicyVerdict verdict, AuditLine failed) {
    return switch (verdict) {
      case PolicyVerdict.TooShort(int least) ->
          Answer.refused(AnswerCode.PASSWORD_TOO_SHORT, failed.because("TOO_SHORT"), least);
      case PolicyVerdict.TooLong(int most) ->
          Answer.refused(AnswerCode.PASSWORD_TOO_LONG, failed.because("TOO_LONG"), most);
      case PolicyVerdict.Common() ->
          Answer.refused(AnswerCode.PASSWORD_COMMON, failed.because("COMMON"));
      case PolicyVerdict.Context(var kind) ->
          Answer.refused(AnswerCode.PASSWORD_CONTEXT, failed.because("CONTEXT_" + kind));
      case PolicyVerdict.Accepted() -> throw new IllegalStateException("accepted, yet unfit");
    };
  }
}
