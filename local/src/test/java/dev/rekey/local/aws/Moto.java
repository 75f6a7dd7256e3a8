package dev.rekey.local.aws;

import dev.rekey.local.outside.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code moto_server}, a process without a container, as {@code make test-aws} installs it. */
final class Moto implements Emulator {
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final Process process;
  private final URI endpoint;

  private Moto(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  static Moto start() {
    try {
      int port = freePort();
      var program =
          Path.of(System.getProperty("moto.server", "../target/moto/bin/moto_server")).toRealPath();
      var process =
          new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      var moto = new Moto(process, URI.create("http://127.0.0.1:" + port));
      Web.await("answer of moto", LONGEST_START, moto::answers);
      return moto;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Optional<Boolean> answers() {
    try {
      return Optional.of(Web.json(kept()).isObject());
    } catch (UncheckedIOException notYet) {
      if (notYet.getCause() instanceof ConnectException && process.isAlive()) {
        return Optional.empty();
      }
      throw notYet;
    }
  }

  private URI kept() {
    return endpoint.resolve("/moto-api/data.json");
  }

  @Override
  public URI endpoint() {
    return endpoint;
  }

  /**
   * Its parser takes no function within a function, as the count of a source's misses has it; calls
   * of a trusted backend that names no source do without.
   */
  @Override
  public Map<String, String> variables() {
    var variables = new HashMap<>(Emulator.super.variables());
    variables.put("REKEY_TRUSTED_SOURCES", "127.0.0.1/32");
    return variables;
  }

  /** Of a mail it keeps one body, the HTML. */
  @Override
  public List<Sent> sent(String to) {
    var kept = Web.json(kept());
    var sent = new ArrayList<Sent>();
    for (var mail : kept.path("ses").path("Message")) {
      if (mail.path("destinations").path("ToAddresses").path(0).asString().equals(to)) {
        var body = mail.path("body").asString();
        sent.add(new Sent("EMAIL", to, body, body));
      }
    }
    for (var text : kept.path("sns").path("SMS")) {
      if (text.path("phone_number").asString().equals(to)) {
        sent.add(new Sent("SMS", to, text.path("message").asString(), ""));
      }
    }
    return sent;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
