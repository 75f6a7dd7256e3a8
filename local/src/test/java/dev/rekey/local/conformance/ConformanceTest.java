package dev.rekey.local.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the command prints, and how it ends. */
class ConformanceTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String url, Map<String, String> environment) throws IOException {
    return Conformance.run(
        new String[] {"", url}, environment, new PrintStream(out), new PrintStream(err));
  }

  @Test
  void whereNobodyAnswersItSaysWhatToDo() throws IOException {
    assertThat(run("http://127.0.0.1:1", Map.of())).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "Nobody answers at http://127.0.0.1:1. Start a runner by `make run` and give its URL,"
                + " as URL=http://127.0.0.1:8080, or give none.\n");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void soItDoesWhereSomebodyElseAnswers() throws IOException {
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.start();
    try {
      var url = "http://127.0.0.1:" + other.getAddress().getPort();
      assertThat(run(url, Map.of())).isEqualTo(2);
      assertThat(err.toString(UTF_8)).startsWith("Who answers at " + url + " is no runner");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void whatIsNoUrlOrNoNumberIsNamed() throws IOException {
    assertThat(run("localhost:8080", Map.of())).isEqualTo(2);
    assertThat(run("http://local host", Map.of())).isEqualTo(2);
    assertThat(run("http://127.0.0.1:1", Map.of("REKEY_SENDS_PER_DAY", "few"))).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .contains("localhost:8080 is no URL of http. Start")
        .contains("http://local host is no URL. Start")
        .contains("REKEY_SENDS_PER_DAY is no number: few");
  }

  @Test
  void aLineTellsEachVerdictAndTheLastOneTheCounts() {
    var rules =
        List.of(
            new Rule("R1", "Holds.", _ -> {}),
            new Rule("R22", "Breaks.", _ -> Broken.unless(false, "seen %s", "\u001b[31m")),
            Rule.outOfReach("R5", "Hides.", "nobody sees it"));
    var probe = new Probe(new FakeService(), 1);

    assertThat(new Report(new PrintStream(out, true, UTF_8)).ask(rules, probe)).isFalse();

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            R1   passed     Holds.
            R22  FAILED     Breaks. (seen  [31m)
            R5   not asked  Hides. (nobody sees it)
            1 passed, 1 failed, 1 not asked
            """);
  }
}
