package dev.rekey.sam;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code sam local start-lambda} or {@code start-api}, which keeps the containers of functions. */
final class SamServer implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration CALL = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(60);
  private static final String READY = "Press CTRL+C to quit";

  /** Lambda's last line of a call; the function's own come before it. */
  private static final String END = "REPORT RequestId";

  private final Process process;
  private final URI uri;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Thread hook = new Thread(this::stop);

  /**
   * Starts it; it answers when this returns.
   *
   * @param kind start-lambda or start-api
   */
  SamServer(SamCommand sam, String kind) throws IOException, InterruptedException {
    var loopback = InetAddress.getLoopbackAddress();
    int port;
    try (var free = new ServerSocket(0, 1, loopback)) {
      port = free.getLocalPort();
    }
    uri = URI.create("http://127.0.0.1:" + port);
    process =
        sam.process(
                List.of(
                    "local", kind, "--port", Integer.toString(port), "--warm-containers", "LAZY"))
            .redirectErrorStream(true)
            .start();
    Runtime.getRuntime().addShutdownHook(hook);
    Thread.ofVirtual().start(this::read);
    await(READY, START);
  }

  private void read() {
    try (var out = process.inputReader(UTF_8)) {
      out.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException ended) {
      lines.add(ended.toString());
    }
    lines.add("sam ended");
  }

  /** What was printed before a line that has this text. */
  private List<String> await(String text, Duration patience) throws InterruptedException {
    var before = new ArrayList<String>();
    var until = Instant.now().plus(patience);
    while (Instant.now().isBefore(until)) {
      var line = lines.poll(1, TimeUnit.SECONDS);
      if (line != null && line.contains(text)) {
        return before;
      }
      if (line != null) {
        before.add(line);
      } else if (!process.isAlive()) {
        break;
      }
    }
    throw new IllegalStateException(
        "sam printed no line with '" + text + "' but:\n" + String.join("\n", before));
  }

  /** A call of the API. */
  ObjectNode call(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri.resolve(path))
            .timeout(CALL)
            .header("content-type", "application/json")
            .header("x-authing-app-id", "app")
            .header("x-authing-lang", "en-US")
            .method(method, BodyPublishers.ofString(body))
            .build();
    var answer = client.send(request, BodyHandlers.ofString()).body();
    return JsonMapper.shared().readValue(answer, ObjectNode.class);
  }

  /**
   * Invokes a function.
   *
   * @param event JSON; the server refuses anything else, as Lambda does
   * @return the answer, and the lines that the function logged
   */
  SamCommand.Ran invoke(String function, String event) throws IOException, InterruptedException {
    lines.clear();
    var path = "/2015-03-31/functions/" + function + "/invocations";
    var request =
        HttpRequest.newBuilder(uri.resolve(path))
            .timeout(CALL)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(event))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          function + " was not invoked: " + answer.statusCode() + " " + answer.body());
    }
    return new SamCommand.Ran(answer.body(), await(END, CALL));
  }

  @Override
  public void close() {
    stop();
    client.shutdownNow();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  /** Asked to end, it removes its containers; killed, it would leave them. */
  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurry) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
