package dev.rekey.systeminfo;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.app.App;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.http.Answer;
import dev.rekey.http.AnswerCode;
import dev.rekey.http.Caller;
import dev.rekey.http.Front;
import dev.rekey.http.Route;
import dev.rekey.keys.Keys;
import dev.rekey.password.PublicKeys;
import dev.rekey.settings.KnownApp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code GET /api/v3/system}, {@code GET /api/v3/get-country-list} and {@code POST
 * /api/v3/check-app-id-secret} (contract sections 1.1, 1.2 and 4.1).
 */
public final class SystemInfoHandler implements RequestStreamHandler {
  private static final String VERSION = "0.1.0";

  private final Keys keys;
  private final List<KnownApp> apps;
  private final InstantSource clock;
  private final Front front;

  public SystemInfoHandler() {
    this(App.fromEnvironment());
  }

  public SystemInfoHandler(App app) {
    keys = app.keys();
    apps = app.settings().apps();
    clock = app.clock();
    front =
        app.front(
            Route.get("/api/v3/system", this::system),
            Route.get("/api/v3/get-country-list", this::countries),
            Route.post("/api/v3/check-app-id-secret", AppCheckBody::read, this::check).open());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    front.serve(in, out);
  }

  private Answer system(Caller caller) {
    var body = SystemBody.of(PublicKeys.of(keys.current(), clock.instant()), VERSION);
    return new Answer.Bare(AuditLine.of(AuditEvent.SYSTEM_INFO_READ), body);
  }

  private Answer countries(Caller caller) {
    return Answer.ok(AuditLine.of(AuditEvent.SYSTEM_INFO_READ), Countries.ALL);
  }

  /**
   * Its only caller is the constructor of the Go SDK (contract section 1.2); unknown id and wrong
   * secret look alike.
   */
  private Answer check(AppCheckBody check, Caller caller) {
    boolean valid =
        apps.stream()
            .anyMatch(app -> app.id().equals(check.appId()) && app.hasSecret(check.appSecret()));
    return new Answer.Told(
        AuditLine.of(AuditEvent.APP_CHECKED).because(valid ? "VALID" : "INVALID"),
        valid ? AnswerCode.APP_VALID : AnswerCode.APP_SECRET_WRONG,
        message -> new AppCheckData(valid, message));
  }
}
