package dev.rekey.sam;

import dev.rekey.events.EventFile;
import dev.rekey.events.Installation;
import dev.rekey.events.Replay;
import dev.rekey.events.Replay.Invoked;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts every file of {@code events/} to its function in SAM's container, and holds the answer, the
 * audit lines and the messages to the file beside it.
 */
public final class SamEvents {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** While a container loads its function, or the machine is busy, AWS may seem too slow to it. */
  private static final int TRIES = 3;

  private final Set<String> called = new HashSet<>();
  private final AwsFront front;
  private final SamCommand sam;
  private final SamServer server;

  private SamEvents(AwsFront front, SamCommand sam, SamServer server) {
    this.front = front;
    this.sam = sam;
    this.server = server;
  }

  /**
   * Prints what failed, and how many of how many.
   *
   * @param arguments how SAM is called, and what the names of the events begin with; none: all
   */
  public static void main(String... arguments) {
    try {
      System.exit(run(arguments) ? 0 : 1);
    } catch (IOException | InterruptedException | RuntimeException broke) {
      System.out.println("make sam-invoke broke off: " + broke.getMessage());
      System.exit(1);
    }
  }

  private static boolean run(String... arguments) throws IOException, InterruptedException {
    var wanted = List.of(arguments).subList(1, arguments.length);
    var files =
        EventFile.all().stream()
            .filter(file -> wanted.isEmpty() || wanted.stream().anyMatch(file.name()::startsWith))
            .toList();
    int failed = 0;
    var begun = Instant.now();
    try (var front = new AwsFront(SamCommand.address())) {
      var sam = new SamCommand(arguments[0], front.port());
      try (var server = new SamServer(sam, "start-lambda")) {
        var events = new SamEvents(front, sam, server);
        for (var file : files) {
          failed += events.isRight(file) ? 0 : 1;
        }
      }
    }
    long seconds = Duration.between(begun, Instant.now()).toSeconds();
    System.out.printf("%d events, %d failed, in %d s%n", files.size(), failed, seconds);
    System.out.printf("%d passed, %d failed%n", files.size() - failed, failed);
    return failed == 0 && !files.isEmpty();
  }

  private boolean isRight(EventFile file) throws IOException {
    if (called.add(file.function())) {
      System.out.println(file.function());
    }
    var expected = file.answer();
    var outcome = outcome(file);
    for (int i = 1; i < TRIES && !outcome.equals(expected); i++) {
      System.out.println("again   " + file);
      outcome = outcome(file);
    }
    if (!outcome.equals(expected)) {
      System.out.printf("FAILED  %s%n  expected %s%n  but was  %s%n", file, expected, outcome);
    }
    return outcome.equals(expected);
  }

  private ObjectNode outcome(EventFile file) throws IOException {
    try (var installation = front.toFresh(Instant.now().truncatedTo(ChronoUnit.SECONDS))) {
      var time = new SamTime(installation.clock().instant());
      return Replay.outcome(
          file, installation, (_, function, event) -> invoke(installation, time, function, event));
    }
  }

  private Invoked invoke(Installation installation, SamTime time, String function, String event)
      throws IOException {
    var here = installation.ends().endpoint().toString();
    var ran = run(function, time.toNow(event.replace(here, sam.front().toString())));
    return new Invoked(
        time.toThen(thrownOrReturned(ran.answer())),
        ran.lines().stream().filter(line -> line.startsWith("{")).map(time::toThen).toList());
  }

  /** Lambda takes nothing but JSON, and so does the server: {@code sam local invoke} takes all. */
  private SamCommand.Ran run(String function, String event) throws IOException {
    try {
      return isJson(event) ? server.invoke(function, event) : sam.invoke(function, event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException(function).initCause(e);
    }
  }

  private static boolean isJson(String text) {
    try {
      JSON.readTree(text);
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static String thrownOrReturned(String answer) {
    var json = JSON.readTree(answer);
    return json.has("errorType")
        ? JSON.createObjectNode().set("thrown", json.path("errorMessage")).toString()
        : answer;
  }
}
