package dev.rekey.operate;

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
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an operator sends, who may mistype an address but must not read it in an answer or a log.
 */
public final class OperateProperties {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> FAULTS =
      Set.of(
          "a fault of the service; its log says where",
          "the table or the keys are out of reach; try again");
  private static final int LONGEST_ANSWER = 512;

  private OperateProperties() {}

  public static void check(Input input) {
    var bench = new Workbench();
    var trail = new AuditTrail(bench.clock);
    RequestStreamHandler handler =
        new OperateHandler(
            new Operate(bench.hashes, bench.resets, bench.accounts, bench.clock), trail.audit());
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(input.rest()), out, null);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    var answer = JSON.readTree(out.toByteArray());
    var lines = trail.drain();
    assertThat(lines).as("one line a call (R45)").hasSize(1);
    assertThat(answer.has("error")).isNotEqualTo(answer.has("subject"));
    assertThat(answer.path("error").asString("")).as("no fault: %s", lines).isNotIn(FAULTS);
    assertThat(out.size()).isLessThan(LONGEST_ANSWER);
    Canary.assertNotIn(out.toString(StandardCharsets.UTF_8) + lines);
  }
}
