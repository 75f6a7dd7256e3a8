package dev.rekey.systeminfo;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.app.App;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.http.Answer;
import dev.rekey.http.Caller;
import dev.rekey.http.Fields;
import dev.rekey.http.Front;
import dev.rekey.http.Route;
import dev.rekey.keys.Keys;
import dev.rekey.message.Texts;
import dev.rekey.password.PublicKeys;
import dev.rekey.settings.KnownApp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /api/v3/system}, {@code GET /api/v3/get-country-list} and {@code POST
 * /api/v3/check-app-id-secret} (contract sections 1.1, 1.2 and 4.1).
 */
public final class SystemInfoHandler implements RequestStreamHandler {
  private static final String VERSION = "0.1.0";

  private final Keys keys;
  private final List<KnownApp> apps;
  private final InstantSource clock;
  private final Texts texts = Texts.load();
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
            Route.post("/api/v3/check-app-id-secret", this::read, this::check).open());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    front.serve(in, out);
  }

  /** Flat, without an envelope: with one, three clients find no key (contract section 1.1). */
  private Answer system(Caller caller) {
    var open = PublicKeys.of(keys.current(), clock.instant());
    var body = new LinkedHashMap<String, Object>();
    body.put("rsa", Map.of("publicKey", open.rsa()));
    body.put("sm2", Map.of("publicKey", open.sm2()));
    body.put("version", Map.of("server", VERSION, "console", VERSION, "login", VERSION));
    body.put("publicIps", List.of());
    return new Answer.Bare(AuditLine.of(AuditEvent.SYSTEM_INFO_READ), body);
  }

  private Answer countries(Caller caller) {
    return Answer.ok(AuditLine.of(AuditEvent.SYSTEM_INFO_READ), Countries.ALL);
  }

  private record AppCheck(String appId, String appSecret) {
    @Override
    public String toString() {
      return "AppCheck[" + appId + "]";
    }
  }

  private AppCheck read(Fields body) {
    return new AppCheck(body.required("appId"), body.required("appSecret"));
  }

  /**
   * Its only caller is the constructor of the Go SDK (contract section 1.2); unknown id and wrong
   * secret look alike.
   */
  private Answer check(AppCheck check, Caller caller) {
    boolean valid =
        apps.stream()
            .anyMatch(app -> app.id().equals(check.appId()) && app.hasSecret(check.appSecret()));
    var data = new LinkedHashMap<String, Object>();
    data.put("valid", valid);
    data.put("message", texts.get(caller.language(), valid ? "app-valid" : "app-secret-wrong"));
    var line = AuditLine.of(AuditEvent.APP_CHECKED).because(valid ? "VALID" : "INVALID");
    return Answer.ok(line, data);
  }
}
