package dev.rekey.audit;

import dev.rekey.json.Json;
import java.io.PrintStream;
import java.time.InstantSource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes audit lines, each as one line of JSON, to where Lambda collects them. Every control
 * character and all beyond ASCII is escaped, so that no value can forge a line or steer a terminal
 * (R46), whatever the charset of the stream. Thread-safe.
 */
public final class Audit {
  private static final JsonMapper JSON =
      JsonMapper.builder(Json.factory().build()).enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final PrintStream out;
  private final InstantSource clock;

  public Audit(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  public void write(AuditLine line) {
    var json = JSON.createObjectNode();
    json.put("at", clock.instant().toString());
    json.put("event", line.event().word());
    line.fields().forEach(json::put);
    out.println(JSON.writeValueAsString(json));
  }
}
