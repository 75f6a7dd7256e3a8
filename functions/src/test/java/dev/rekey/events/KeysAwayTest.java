package dev.rekey.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rekey.deliver.DeliverHandler;
import dev.rekey.feedback.FeedbackHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Invariants 9 and 10: what was promised waits while nobody can read to whom. */
class KeysAwayTest {
  @ParameterizedTest
  @CsvSource({"mail, DeliverMail", "sms, DeliverSms"})
  @SuppressWarnings("NullAway") // no function looks at its context
  void invariant9_aRecordWaitsForTheKeys(String deliver, String function) throws IOException {
    byte[] event = Files.readAllBytes(Path.of("../events", function, "all-kinds.json"));
    var records = JsonMapper.shared().readTree(event).path("Records");
    var out = new ByteArrayOutputStream();
    var log = new ByteArrayOutputStream();
    var stdout = System.out;
    try (var installation = new Installation();
        var captured = new PrintStream(log, true, UTF_8)) {
      System.setOut(captured);
      var app = installation.app("REKEY_DELIVER", deliver, "REKEY_KEYS_SECRET", "taken/away");
      new DeliverHandler(app).handleRequest(new ByteArrayInputStream(event), out, null);
      assertThat(installation.ends().drain()).isEmpty();
    } finally {
      System.setOut(stdout);
    }
    var first = records.path(0).at("/dynamodb/SequenceNumber").asString();
    assertThat(out.toString(UTF_8))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + first + "\"}]}");
    assertThat(log.toString(UTF_8))
        .contains("\"delivery_failing\"", "KEYS_UNAVAILABLE")
        .doesNotContain("record_unreadable");
  }

  /** Lambda tries again what is thrown, and logs it. */
  @Test
  @SuppressWarnings("NullAway") // no function looks at its context
  void invariant10_aReportWaitsForTheKeysToo() throws IOException {
    byte[] event = Files.readAllBytes(Path.of("../events/Feedback/bounce.json"));
    var stdout = System.out;
    var log = new ByteArrayOutputStream();
    try (var installation = new Installation();
        var captured = new PrintStream(log, true, UTF_8)) {
      System.setOut(captured);
      var handler = new FeedbackHandler(installation.app("REKEY_KEYS_SECRET", "taken/away"));
      assertThatIllegalStateException()
          .isThrownBy(() ->
              handler.handleRequest(
                  new ByteArrayInputStream(event), new ByteArrayOutputStream(), null))
          .withNoCause()
          .withMessage("the table or the keys are out of reach; it comes again");
    } finally {
      System.setOut(stdout);
    }
    assertThat(log.toString(UTF_8)).contains("\"fault\"").doesNotContain("example.com");
  }
}
