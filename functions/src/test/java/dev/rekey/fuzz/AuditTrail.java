package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.audit.Audit;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An audit whose lines are looked at: each is one JSON object in printable ASCII (R46). */
public final class AuditTrail {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Audit audit;

  public AuditTrail(InstantSource clock) {
    audit = new Audit(new PrintStream(bytes, true, StandardCharsets.UTF_8), clock);
  }

  public Audit audit() {
    return audit;
  }

  /** The lines since the last call. */
  public List<JsonNode> drain() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    assertThat(text).as("nothing that forges a line").matches("[ -~\\r\\n]*+");
    return text.lines().map(JSON::readTree).toList();
  }
}
