package dev.rekey.audit;

import java.io.PrintStream;
import java.time.InstantSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes audit lines, each as one line of JSON, to where Lambda collects them. JSON escapes every
 * control character, so that no value can forge a line (R46). Thread-safe.
 */
public final class Audit {
  private static final JsonMapper JSON = JsonMapper.shared();

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
    out.println(json);
  }
}
