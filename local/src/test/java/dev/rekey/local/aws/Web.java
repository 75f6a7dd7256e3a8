package dev.rekey.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP with the patience that a machine needs on which everything runs at once. */
final class Web {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Web() {}

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What is there as JSON; an empty object while nothing is. */
  static JsonNode json(URI uri) {
    var answer = send(HttpRequest.newBuilder(uri));
    var json = JsonMapper.shared();
    return answer.statusCode() == 200 ? json.readTree(answer.body()) : json.createObjectNode();
  }

  /** Asks until there is something. */
  static <T> T await(String what, Duration longest, Supplier<Optional<T>> asked) {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end) {
      var found = asked.get();
      if (found.isPresent()) {
        return found.get();
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("no " + what + " within " + longest);
  }
}
