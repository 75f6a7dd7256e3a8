package dev.rekey.local.cli;

import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.stack.Complaint;
import dev.rekey.local.cli.stack.Plain;
import dev.rekey.local.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A running {@code make run}, by its {@code /_local} routes. */
final class LocalConnection implements Connection {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI base;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  LocalConnection(URI base) {
    this.base = base;
  }

  @Override
  public ObjectNode operate(String operation, String address) {
    var event = Json.object().put("operation", operation).put("address", address);
    var answer =
        send(request("/_local/operate").POST(BodyPublishers.ofString(Json.text(event))).build());
    return OperateAnswer.read(body(answer), base.toString());
  }

  /** What the runner keeps of it is asked as a whole; its clock may be far ahead of ours. */
  @Override
  public List<ObjectNode> audit(Clue clue, String value, Duration back) {
    var answer = send(request("/_local/audit?" + clue.parameter() + "=" + value).build());
    var lines = Json.readObjects(body(answer));
    var newest =
        lines.isEmpty() ? Instant.MIN : Instant.parse(lines.getLast().path("at").asString());
    return lines.stream()
        .filter(it -> !Instant.parse(it.path("at").asString()).isBefore(newest.minus(back)))
        .toList();
  }

  @Override
  public List<Finding> examine() {
    body(send(request("/_local/messages?to=nobody@example.com").build()));
    var account = send(request("/_local/accounts/ada").build());
    var tables =
        account.statusCode() == 200 || account.statusCode() == 404
            ? Finding.ok("tables and keys", "they answer")
            : Finding.fail(
                "tables and keys", "the runner answers " + account.statusCode(), "read its output");
    return List.of(
        Finding.ok("runner", "answers at " + base),
        tables,
        Finding.ok("the rest", "stream, SES and SNS are embedded: there is nothing to set up"));
  }

  @Override
  public void close() {
    http.close();
  }

  private String body(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new Complaint(
          base + " answered " + answer.statusCode() + ": " + Plain.text(answer.body().strip()));
    }
    return answer.body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Complaint(
          "no runner answers at " + base + ": start it by `make run`, or give its URL", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Complaint("interrupted", e);
    }
  }
}
