package dev.rekey.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A runner in its own process on a free port, all in memory; ended when it is closed. */
public final class RunnerProcess implements AutoCloseable {
  private static final String READY = "ready: ";

  private final Process process;
  private final URI uri;

  private RunnerProcess(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param classPath of the runner, without the SDK that the demo uses
   * @param settings variables beside those that it needs
   */
  public static RunnerProcess start(String classPath, Map<String, String> settings)
      throws IOException {
    var java = ProcessHandle.current().info().command().orElse("java");
    var builder =
        new ProcessBuilder(
            List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "dev.rekey.local.Main"));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("REKEY_") || name.equals("STACK"));
    builder.environment().put("REKEY_PORT", "0");
    builder.environment().putAll(settings);
    var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var output = process.inputReader(UTF_8);
    var uri = readyLine(output);
    Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
    return new RunnerProcess(process, uri);
  }

  /** Where it answers. */
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static URI readyLine(BufferedReader output) throws IOException {
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(READY)) {
        return URI.create(line.substring(READY.length()).strip());
      }
    }
    throw new IOException("the runner did not become ready");
  }
}
