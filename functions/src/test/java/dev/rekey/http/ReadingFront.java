package dev.rekey.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.address.Address;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.fuzz.AuditTrail;
import dev.rekey.fuzz.Canary;
import dev.rekey.keys.ThrowAwayKeys;
import dev.rekey.resetpassword.ResetBodies;
import dev.rekey.sendpasscode.SendBodies;
import dev.rekey.settings.Environments;
import dev.rekey.verifyreset.ProofBodies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All routes that take a body, as far as they read it: they answer "ok" to whatever they took. */
final class ReadingFront {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_ANSWER = 4096;
  private static final Set<Integer> CODES =
      Arrays.stream(AnswerCode.values())
          .filter(code -> code != AnswerCode.FAULT && code != AnswerCode.UNAVAILABLE)
          .map(AnswerCode::statusCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final AuditTrail AUDIT = new AuditTrail(InstantSource.fixed(ThrowAwayKeys.NOW));
  private static final Front FRONT =
      new Front(
          Environments.settings("REKEY_TRUSTED_SOURCES", "10.0.0.0/8"),
          ThrowAwayKeys.keys(),
          (name, limit, forgetAfter) -> true,
          AUDIT.audit(),
          InstantSource.fixed(ThrowAwayKeys.NOW),
          routes());

  private ReadingFront() {}

  static List<Route> routes() {
    List<Route> routes = new ArrayList<>(SendBodies.routes(ReadingFront::took));
    routes.addAll(ProofBodies.routes(ReadingFront::took));
    routes.add(ResetBodies.route(ReadingFront::took));
    return routes;
  }

  private static Answer took(Address address, Caller caller) {
    assertThat(caller.source()).as("everybody has a source but a trusted one").isNotNull();
    return took(address.toString());
  }

  private static Answer took(String shown) {
    if (!shown.contains("@")) { // a domain may be shown
      Canary.assertNotIn(shown);
    }
    return Answer.ok(AuditLine.of(AuditEvent.PASSCODE_REQUESTED));
  }

  /** Serves the event, and tells the status code of the envelope. */
  static int serve(byte[] event) {
    var out = new ByteArrayOutputStream();
    try {
      FRONT.serve(new ByteArrayInputStream(event), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    var lines = AUDIT.drain();
    assertThat(lines).as("one line a call (R45)").hasSize(1);
    String told = out.toString(StandardCharsets.UTF_8);
    Canary.assertNotIn(told);
    Canary.assertNotIn(lines.getFirst().toString());
    assertThat(told).hasSizeLessThan(LONGEST_ANSWER);
    JsonNode body = JSON.readTree(JSON.readTree(told).path("body").asString());
    assertThat(body.path("statusCode").asInt()).as("no fault: %s", lines).isIn(CODES);
    return body.path("statusCode").asInt();
  }
}
