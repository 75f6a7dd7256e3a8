package dev.rekey.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** What a person would do beside the SDK: read the mail, sign in. */
final class LocalCalls {
  private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI runner;

  LocalCalls(URI runner) {
    this.runner = runner;
  }

  /** The code in the mail to an address, as soon as it is there. */
  String awaitCode(String to) throws IOException, InterruptedException {
    var uri = runner.resolve("/_local/messages?to=" + URLEncoder.encode(to, UTF_8));
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (System.nanoTime() < end) {
      var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      var messages = Json.readObject("{\"all\":" + answer.body() + "}").path("all");
      if (!messages.isEmpty()) {
        var code = CODE.matcher(messages.path(messages.size() - 1).path("text").asString());
        if (code.find()) {
          return code.group();
        }
      }
      Thread.sleep(Duration.ofMillis(20));
    }
    throw new IOException("no mail within " + LONGEST_WAIT);
  }

  /** The HTTP status of a sign-in: 200 or 401. */
  int signIn(String account, String password) throws IOException, InterruptedException {
    var body = Json.text(Map.of("account", account, "password", password));
    var request =
        HttpRequest.newBuilder(runner.resolve("/_local/sign-in"))
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }
}
