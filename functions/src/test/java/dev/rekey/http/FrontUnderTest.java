package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.audit.Audit;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.keys.KeyStore;
import dev.rekey.keys.Keys;
import dev.rekey.keys.ThrowAwayKeys;
import dev.rekey.passcode.Counter;
import dev.rekey.settings.Environments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A front with three routes; a test puts its counter, its keys or its answers in place of these.
 */
final class FrontUnderTest {
  static final String PATH = "/api/v3/thing";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  final List<String> counted = new ArrayList<>();
  Counter counter = (name, limit, forgetAfter) -> counted.add(name);
  KeyStore store = ThrowAwayKeys::keyring;
  BiFunction<String, Caller, Answer> answer =
      (name, caller) -> Answer.ok(AuditLine.of(AuditEvent.APP_CHECKED), Map.of("name", name));

  /** An answer, and the line that the audit keeps of it. */
  record Reply(int status, JsonNode body, JsonNode audit) {}

  Reply serve(byte[] event) {
    var clock = InstantSource.fixed(ThrowAwayKeys.NOW);
    var front =
        new Front(
            Environments.settings(
                "REKEY_TRUSTED_SOURCES", "10.0.0.0/8", "REKEY_RATE_PER_SOURCE", "3"),
            new Keys(store, clock, Duration.ofMinutes(5)),
            (name, limit, forgetAfter) -> counter.take(name, limit, forgetAfter),
            new Audit(new PrintStream(log, true, StandardCharsets.UTF_8), clock),
            clock,
            List.of(
                Route.post(
                    PATH,
                    body -> body.required("name"),
                    (name, caller) -> answer.apply(name, caller)),
                Route.post(
                        "/api/v3/free",
                        body -> body.required("name"),
                        (name, caller) -> answer.apply(name, caller))
                    .open()
                    .unrated(),
                Route.get("/api/v3/system", caller -> answer.apply("get", caller))));
    var out = new ByteArrayOutputStream();
    try {
      front.serve(new ByteArrayInputStream(event), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    var reply = ProxyCall.json(out);
    var lines = log.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).as("one line a call (R45)").hasSize(1);
    log.reset();
    return new Reply(
        reply.path("statusCode").asInt(),
        JSON.readTree(reply.path("body").asString()),
        JSON.readTree(lines.getFirst()));
  }

  Reply serve(ProxyCall call) {
    return serve(call.bytes());
  }

  static ProxyCall good() {
    return ProxyCall.post(PATH, "{\"name\":\"ada\"}");
  }
}
