package dev.rekey.local.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.LocalValues;
import dev.rekey.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Calls to the runner, of the API and of {@code /_local}. Thread-safe. */
final class Calls {
  private static final Pattern PASSCODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI runner;

  Calls(URI runner) {
    this.runner = runner;
  }

  /**
   * One answer.
   *
   * @param status of HTTP
   * @param body as JSON, empty where it is none
   */
  record Reply(int status, JsonNode body) {

    /** Whether the API did what it was asked for. */
    boolean done() {
      return status == 200 && body.path("statusCode").asInt(0) == 200;
    }

    /** Whether the service was too busy: whoever gets that begins again. */
    boolean unavailable() {
      return status == 503;
    }
  }

  /** A call of the API by a caller of this address. */
  Reply api(String operation, Map<String, ?> body, String source) {
    return send("POST", "/api/v3/" + operation, Json.text(body), source);
  }

  /** A call of {@code /_local}. */
  Reply local(String method, String path, Map<String, ?> body) {
    return send(method, "/_local/" + path, Json.text(body), "127.0.0.1");
  }

  /** The public keys that clients encrypt passwords with. */
  JsonNode system() {
    return send("GET", "/api/v3/system", "", "127.0.0.1").body();
  }

  /** The passcode in the only message to an address; nothing where none comes. */
  Optional<String> passcode(String to) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var reply =
          send("GET", "/_local/messages?to=" + URLEncoder.encode(to, UTF_8), "", "127.0.0.1");
      var messages = reply.body().path("all");
      if (!messages.isEmpty()) {
        var text = messages.path(messages.size() - 1).path("text").asString("");
        return PASSCODE.matcher(text).results().map(it -> it.group()).findFirst();
      }
      pause();
    }
    return Optional.empty();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Reply send(String method, String path, String body, String source) {
    var request =
        HttpRequest.newBuilder(runner.resolve(path))
            .timeout(PATIENCE)
            .header("content-type", "application/json")
            .header("x-authing-app-id", LocalValues.APP_ID)
            .header("x-real-ip", source)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      return new Reply(answer.statusCode(), json(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return Json.readObject(body.startsWith("[") ? "{\"all\":" + body + "}" : body);
    } catch (IllegalArgumentException noJson) {
      return Json.object().put("line", body);
    }
  }
}
