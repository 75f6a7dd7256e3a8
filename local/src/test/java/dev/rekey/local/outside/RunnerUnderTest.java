package dev.rekey.local.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * The runner as {@code make run} starts it, in an own process on a free port of 127.0.0.1. Both its
 * output and its errors are kept. Thread-safe.
 */
public final class RunnerUnderTest implements AutoCloseable {
  private static final String READY = "ready: ";
  private static final long PAUSE = 10_000_000; // ten milliseconds
  private static final int LONGEST_START = 60; // seconds; only a hang takes that long

  private final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final CompletableFuture<URI> ready = new CompletableFuture<>();

  private final Thread reader;

  private RunnerUnderTest(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().unstarted(this::read);
  }

  /**
   * Starts one and waits until it is ready.
   *
   * @param settings variables beside those that it needs
   */
  public static RunnerUnderTest start(Map<String, String> settings) {
    var runner = launch(settings, List.of());
    try {
      runner.ready.get(LONGEST_START, SECONDS);
      return runner;
    } catch (Exception e) { // whatever it was, what the runner printed says more
      runner.kill();
      throw new AssertionError("the runner did not become ready: " + runner.output, e);
    }
  }

  /** Starts one that must not become ready, and waits for its end. */
  public static Ended startInVain(Map<String, String> settings) {
    return startInVain(settings, List.of());
  }

  /**
   * The same.
   *
   * @param options for the Java machine
   */
  public static Ended startInVain(Map<String, String> settings, List<String> options) {
    try (var runner = launch(settings, options)) {
      if (!runner.process.waitFor(LONGEST_START, SECONDS)) {
        throw new AssertionError("the runner did not end: " + runner.output);
      }
      runner.reader.join();
      return new Ended(runner.process.exitValue(), List.copyOf(runner.output));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * How a runner ended.
   *
   * @param lines of its output and errors
   */
  public record Ended(int exit, List<String> lines) {}

  public URI uri() {
    return ready.join();
  }

  /** The routes of the contract. */
  public Api api() {
    return new Api(uri());
  }

  /** The routes of the runner. */
  public LocalSide local() {
    return new LocalSide(uri());
  }

  /** All that it printed until now. */
  public String output() {
    return String.join("\n", output);
  }

  /** Waits until it has printed a line with all these words. */
  public void awaitLine(String... words) {
    long end = System.nanoTime() + SECONDS.toNanos(LONGEST_START);
    while (output.stream().noneMatch(line -> Arrays.stream(words).allMatch(line::contains))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no line with " + String.join(" and ", words));
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  /** Ends it as a power cut would: SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to end: SIGTERM. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(LONGEST_START, SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the runner did not end when it was asked to");
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static RunnerUnderTest launch(Map<String, String> settings, List<String> options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:TieredStopAtLevel=1"); // and the next, as Lambda starts Java: a short life
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.rekey.local.Main"));
    var builder = new ProcessBuilder(command);
    builder.directory(root().toFile()).redirectErrorStream(true);
    var environment = builder.environment();
    environment
        .keySet()
        .removeIf(
            name -> name.startsWith("REKEY_") || name.startsWith("AWS_") || name.equals("STACK"));
    environment.put("REKEY_PORT", "0");
    environment.putAll(settings);
    try {
      var runner = new RunnerUnderTest(builder.start());
      runner.reader.start();
      return runner;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of {@code template.yaml}: tests run in that of their module. */
  private static Path root() {
    var here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("template.yaml")) ? here : here.resolve("..").normalize();
  }

  private void read() {
    try (var lines = process.inputReader(UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        if (line.startsWith(READY)) {
          ready.complete(URI.create(line.substring(READY.length()).strip()));
        }
      }
    } catch (IOException e) {
      output.add("the rest of the output was lost in the kill: " + e);
    }
    ready.completeExceptionally(new IOException("the runner ended"));
  }

  private static AssertionError interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new AssertionError(e);
  }
}
