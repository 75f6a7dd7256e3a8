package dev.rekey.local.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.openapi.Conformance;
import dev.rekey.local.openapi.Exchange;
import dev.rekey.local.openapi.SentBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * HTTP with the patience of the SDKs: ten seconds. Every exchange is held to the description of the
 * API.
 */
final class Calls {
  static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private Calls() {}

  static Answer send(HttpRequest.Builder builder) {
    try {
      var request = builder.timeout(PATIENCE).build();
      var response = CLIENT.send(request, BodyHandlers.ofString(UTF_8));
      Conformance.check(
          new Exchange(
              request.method(),
              request.uri().getRawPath(),
              request.headers(),
              SentBody.of(request),
              response.statusCode(),
              response.headers(),
              response.body()));
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
