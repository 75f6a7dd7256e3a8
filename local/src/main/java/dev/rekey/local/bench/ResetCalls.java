package dev.rekey.local.bench;

import dev.rekey.local.LocalValues;
import dev.rekey.local.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Resets the password of a new person over HTTP. For one thread. */
final class ResetCalls {
  private static final Pattern PASSCODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI runner;

  ResetCalls(URI runner) {
    this.runner = runner;
  }

  /** Makes the account, unmeasured, and resets its password. */
  Sample reset(String name) throws IOException, InterruptedException {
    var email = name + "@example.com";
    var account = Map.of("email", email, "emailVerified", true, "password", "the forgotten one");
    call("PUT", "/_local/accounts/" + name, account);

    var asked = Instant.now();
    long start = System.nanoTime();
    post("send-email", Map.of("email", email, "channel", "CHANNEL_RESET_PASSWORD"));
    var message = await(email);
    var payload = Map.of("email", email, "passCode", passcode(message));
    var verify = Map.of("verifyMethod", "EMAIL_PASSCODE", "emailPassCodePayload", payload);
    var data = post("verify-reset-password-request", verify).path("data");
    var token = data.path("passwordResetToken").asString();
    post("reset-password", Map.of("passwordResetToken", token, "password", "a green bicycle"));
    var whole = Duration.ofNanos(System.nanoTime() - start);
    var recorded = Instant.parse(message.path("sentAt").asString());
    return new Sample(whole, Duration.between(asked, recorded));
  }

  private JsonNode post(String operation, Map<String, ?> body)
      throws IOException, InterruptedException {
    var answer = call("POST", "/api/v3/" + operation, body);
    if (answer.path("statusCode").asInt() != 200) {
      throw new IOException(operation + " answered " + answer);
    }
    return answer;
  }

  private JsonNode call(String method, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(runner.resolve(path))
            .timeout(PATIENCE)
            .header("content-type", "application/json")
            .header("x-authing-app-id", LocalValues.APP_ID)
            .method(method, BodyPublishers.ofString(Json.text(body)));
    return Json.readObject(http.send(request.build(), BodyHandlers.ofString()).body());
  }

  private JsonNode await(String to) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(runner.resolve("/_local/messages?to=" + to)).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var body = http.send(request, BodyHandlers.ofString()).body();
      var all = Json.readObject("{\"all\":" + body + "}").path("all");
      if (!all.isEmpty()) {
        return all.path(0);
      }
      Thread.sleep(PAUSE);
    }
    throw new IOException("no mail within " + PATIENCE);
  }

  private static String passcode(JsonNode message) throws IOException {
    var found = PASSCODE.matcher(message.path("text").asString());
    if (!found.find()) {
      throw new IOException("a mail without a passcode");
    }
    return found.group();
  }
}
