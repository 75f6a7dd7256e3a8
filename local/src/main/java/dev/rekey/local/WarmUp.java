package dev.rekey.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.wire.Json;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * The first use of what every function needs (keys, table, envelope) takes seconds on a slow
 * machine, longer than a function gives one call of AWS. So the runner itself makes the first call,
 * before anybody else does: whether the app of the laptop is known, which counts in the table and
 * changes nothing.
 */
final class WarmUp {
  private static final int TRIES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String APP =
      Json.text(Map.of("appId", LocalValues.APP_ID, "appSecret", LocalValues.APP_SECRET));

  private WarmUp() {}

  /** Calls until it was answered well; where it never is, the next caller is told why. */
  static void of(URI runner) {
    boolean warm = false;
    for (int i = 0; i < TRIES && !warm; i++) {
      warm = answersWell(runner);
    }
  }

  private static boolean answersWell(URI runner) {
    try {
      var call =
          (HttpURLConnection)
              runner.resolve("/api/v3/check-app-id-secret").toURL().openConnection();
      call.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
      call.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
      call.setRequestProperty("content-type", "application/json");
      call.setDoOutput(true);
      try (var body = call.getOutputStream()) {
        body.write(APP.getBytes(UTF_8));
      }
      boolean well = call.getResponseCode() == HttpURLConnection.HTTP_OK;
      call.disconnect();
      return well;
    } catch (IOException unanswered) {
      return false;
    }
  }
}
