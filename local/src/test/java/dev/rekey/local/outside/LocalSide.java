package dev.rekey.local.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.wire.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Calls of {@code /_local}. Thread-safe. */
public final class LocalSide {
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final URI base;

  /** Calls by this address. */
  public LocalSide(URI base) {
    this.base = base;
  }

  /** What was sent to an address, oldest first. */
  public List<Sent> messages(String to) {
    var uri = base.resolve("/_local/messages?to=" + URLEncoder.encode(to, UTF_8));
    var all = Calls.send(HttpRequest.newBuilder(uri)).json();
    return all.valueStream().map(Sent::of).toList();
  }

  /** The same, as soon as there are so many. */
  public List<Sent> await(String to, int count) {
    long end = System.nanoTime() + Calls.PATIENCE.toNanos();
    var messages = messages(to);
    while (messages.size() < count) {
      assertThat(System.nanoTime()).as("%s messages to %s", count, to).isLessThan(end);
      pause();
      messages = messages(to);
    }
    return messages;
  }

  /** The passcode in the first message to an address. */
  public String passcode(String to) {
    return await(to, 1).getFirst().passcode();
  }

  /** Makes a person with a verified e-mail and a verified number. */
  public Person person() {
    var person = Person.stranger();
    put(person, person.account());
    return person;
  }

  public void put(Person person, Map<String, ?> account) {
    assertThat(call("PUT", "accounts/" + person.id(), account).status()).isEqualTo(200);
  }

  /** The account as stored. */
  public JsonNode account(Person person) {
    return Calls.send(request("accounts/" + person.id())).json();
  }

  public boolean signsIn(String account, String password) {
    var answer = call("POST", "sign-in", Map.of("account", account, "password", password));
    assertThat(answer.status()).isIn(200, 401);
    return answer.status() == 200;
  }

  /** Moves the service's clock forward; gives its time. */
  public Instant advance(Duration by) {
    var answer = call("POST", "clock", Map.of("advance", by.toString()));
    assertThat(answer.status()).isEqualTo(200);
    return Instant.parse(answer.json().path("now").asString());
  }

  public void forgetLimits() {
    assertThat(Calls.send(request("limits").DELETE()).status()).isBetween(200, 204);
  }

  /** Replaces all faults. */
  public void faults(Map<String, ?> faults) {
    assertThat(call("PUT", "faults", faults).status()).isEqualTo(200);
  }

  /** A call of any of its routes. */
  public Answer call(String method, String path, Map<String, ?> body) {
    return Calls.send(request(path).method(method, BodyPublishers.ofString(Json.text(body))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve("/_local/" + path));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
