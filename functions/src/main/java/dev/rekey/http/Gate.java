package dev.rekey.http;

import dev.rekey.settings.KnownApp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets known apps and user pools in. Their ids are public (contract section 2.1): this keeps strays
 * out, it authenticates nobody.
 */
final class Gate {
  private final Set<String> apps;
  private final Optional<String> userPool;

  Gate(List<KnownApp> apps, Optional<String> userPool) {
    this.apps = apps.stream().map(KnownApp::id).collect(Collectors.toUnmodifiableSet());
    this.userPool = userPool;
  }

  /**
   * Refuses a call that names neither a known app nor the known user pool; an app id counts first.
   */
  void check(ProxyEvent event) {
    var app = event.contractHeader("app-id");
    var pool = event.contractHeader("userpool-id");
    if (app.isEmpty() && pool.isEmpty()) {
      throw new MalformedRequest(AnswerCode.APP_ID_MISSING);
    }
    boolean known = app.isPresent() ? apps.contains(app.get()) : userPool.equals(pool);
    if (!known) {
      throw new MalformedRequest(AnswerCode.APP_UNKNOWN);
    }
  }
}
