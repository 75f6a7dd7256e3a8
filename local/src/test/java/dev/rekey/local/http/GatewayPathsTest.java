package dev.rekey.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.rekey.local.lambda.LambdaFunction;
import dev.rekey.local.template.FunctionSpec;
import dev.rekey.local.template.RouteSpec;
import dev.rekey.local.template.Template;
import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.LoopbackServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths find a route, and what its function is told of them. */
class GatewayPathsTest {
  private final FunctionSpec spec =
      new FunctionSpec(
          "Echo",
          "none",
          Duration.ofSeconds(9),
          128,
          Map.of(),
          List.of(new RouteSpec("GET", "/api/v3/thing")),
          List.of());
  private final LambdaFunction function = new LambdaFunction(spec, GatewayPathsTest::echo);
  private LoopbackServer server;

  /** Answers the event. */
  private static void echo(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var body = new String(event.readAllBytes(), UTF_8);
    answer.write(Json.bytes(Json.object().put("statusCode", 200).put("body", body)));
  }

  @BeforeEach
  void start() throws IOException {
    server = LoopbackServer.bind(0);
    var template = new Template(List.of(spec), List.of(), "prod", Map.of(), List.of());
    server.route("/", new Gateway(template, List.of(function)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    function.close();
  }

  /** The SDKs join host and path by text: with a stage, with a slash at its end, with both. */
  @ParameterizedTest
  @CsvSource({
    "/api/v3/thing,        /api/v3/thing",
    "//api/v3/thing,       /api/v3/thing",
    "/prod/api/v3/thing,   /api/v3/thing",
    "/prod//api/v3/thing,  /api/v3/thing",
    "/prod/api/v3/thing?a, /api/v3/thing",
    "/api/v3/thing/,       /api/v3/thing/",
    "/prod/api/v3/thing/?, /api/v3/thing/",
  })
  void findsTheRoute(String target, String path) throws Exception {
    var response = get(target);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    var event = Json.readObject(response.body());
    assertThat(event.path("path").asString()).isEqualTo(path);
    assertThat(event.path("resource").asString()).isEqualTo("/api/v3/thing");
    assertThat(event.path("requestContext").path("path").asString()).isEqualTo("/prod" + path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/prod",
        "/api/v3",
        "/api/v3/thing/more",
        "/api//v3/thing",
        "/test/api/v3/thing",
        "/prod/prod/api/v3/thing",
        "/production/api/v3/thing",
        "/API/v3/thing",
      })
  void findsNone(String target) throws Exception {
    assertThat(get(target).statusCode()).isEqualTo(403);
  }

  @Test
  void aRouteIsNotOneOfAnotherMethod() throws Exception {
    var request = HttpRequest.newBuilder(uri("/api/v3/thing")).DELETE();
    assertThat(send(request).statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> get(String target) throws Exception {
    return send(HttpRequest.newBuilder(uri(target)).GET());
  }

  private URI uri(String target) {
    return URI.create(server.uri() + target);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
