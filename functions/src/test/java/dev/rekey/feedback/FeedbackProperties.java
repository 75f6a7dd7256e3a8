package dev.rekey.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rekey.fuzz.AuditTrail;
import dev.rekey.fuzz.Canary;
import dev.rekey.fuzz.Input;
import dev.rekey.memory.Workbench;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** An event of the topic, with messages that SES did not write. */
public final class FeedbackProperties {
  private FeedbackProperties() {}

  public static void check(Input input) {
    var bench = new Workbench();
    var trail = new AuditTrail(bench.clock);
    RequestStreamHandler handler =
        new FeedbackHandler(
            new Feedback(bench.hashes, bench.accounts), Reports.TOPIC, trail.audit());
    byte[] event = input.rest();
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), out, null);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    var lines = trail.drain();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{}");
    assertThat(lines).isNotEmpty().noneMatch(it -> it.path("event").asString().equals("fault"));
    Canary.assertNotIn(lines.toString());
    boolean suppressed =
        bench.accounts.suppression(Workbench.ADA, bench.hash(Workbench.ADA)).isPresent();
    assertThat(suppressed)
        .as("nobody loses mail without a line")
        .isEqualTo(lines.stream().anyMatch(it -> ofAda(it, bench)));
  }

  private static boolean ofAda(JsonNode line, Workbench bench) {
    return line.path("outcome").asString("").equals("SUPPRESSED")
        && line.path("subject").asString("").equals(bench.hash(Workbench.ADA).subject());
  }
}
