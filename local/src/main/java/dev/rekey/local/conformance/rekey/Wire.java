package dev.rekey.local.conformance.rekey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.rekey.local.conformance.Answer;
import dev.rekey.local.conformance.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP to a runner: its API as it is, and its routes under {@code /_local}. Thread-safe. */
final class Wire {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration TIME_OUT = Duration.ofSeconds(20);
  private static final Map<String, String> HEADERS = Map.of("content-type", "application/json");

  private final URI base;
  private final Sources sources;

  Wire(URI base) {
    this.base = base;
    sources = Sources.of(base.getHost());
  }

  int sources() {
    return sources.count();
  }

  Answer send(Call call, int source) {
    var request = HttpRequest.newBuilder(base.resolve(call.path())).timeout(TIME_OUT);
    call.headers().forEach(request::header);
    request.method(call.method(), BodyPublishers.ofByteArray(call.bytes().getBytes(ISO_8859_1)));
    try {
      long start = System.nanoTime();
      var response =
          sources.client(source).send(request.build(), BodyHandlers.ofString(ISO_8859_1));
      long took = System.nanoTime() - start;
      return new Answer(response.statusCode(), response.headers().map(), response.body(), took);
    } catch (IOException e) {
      throw new UncheckedIOException(call + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** A call of {@code /_local}, whatever is answered. */
  Answer local(String method, String path, String body) {
    return send(new Call(method, "/_local/" + path, HEADERS, "").withBody(body), 0);
  }

  /** What a call of {@code /_local} that must succeed is answered. */
  JsonNode tree(String method, String path, String body) {
    var answer = local(method, path, body);
    if (answer.status() != 200) {
      throw new UncheckedIOException(
          new IOException("/_local/%s answers %s".formatted(path, answer.body())));
    }
    return JSON.readTree(answer.body());
  }
}
