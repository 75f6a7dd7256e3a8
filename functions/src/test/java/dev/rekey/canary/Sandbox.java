package dev.rekey.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.app.App;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The process of {@link LambdaMain}: with the class path of the artefact, a working folder and a
 * temporary folder of its own.
 */
final class Sandbox implements AutoCloseable {
  private final Path events;
  private final Path home;
  private final Path temporary;
  private final Path errors;
  private final Process process;
  private final BufferedWriter commands;
  private final BufferedReader stdout;
  private final StringBuilder printed = new StringBuilder();
  private int calls;

  Sandbox(Path folder, Instant now, Map<String, String> environment, List<String> options) {
    try {
      events = Files.createDirectories(folder.resolve("events"));
      home = Files.createDirectories(folder.resolve("home"));
      temporary = Files.createDirectories(folder.resolve("tmp"));
      errors = folder.resolve("stderr");
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-XX:+UseSerialGC"); // and the next, as Lambda starts Java
      command.add("-XX:TieredStopAtLevel=1");
      command.add("-Djava.io.tmpdir=" + temporary);
      command.addAll(options);
      command.addAll(List.of("-cp", classPath(), LambdaMain.class.getName(), now.toString()));
      var builder = new ProcessBuilder(command).directory(home.toFile());
      builder.redirectError(errors.toFile()).environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    commands = process.outputWriter(UTF_8);
    stdout = process.inputReader(ISO_8859_1);
    obey("start");
  }

  /** The artefact's, by Maven; and the folder of this class, of which it takes its main class. */
  static String classPath() throws IOException {
    return String.join(
        File.pathSeparator,
        folder(App.class),
        Files.readString(Path.of("target/runtime.classpath")).strip(),
        folder(LambdaMain.class));
  }

  private static String folder(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** New functions, which have read no keys yet. */
  void restart() {
    obey("start");
  }

  void moveTo(Instant now) {
    obey("clock\t" + now);
  }

  /** Calls a function with an event, which may be anything; what it answered. */
  String call(String function, String event) {
    calls++;
    Path in = events.resolve(calls + ".in");
    Path out = events.resolve(calls + ".out");
    try {
      Files.writeString(in, event);
      obey("call\t" + function + "\t" + in + "\t" + out);
      return Files.readString(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its properties and threads. */
  String state() {
    obey("state\t" + events.resolve("state"));
    return read(events.resolve("state"));
  }

  /** Writes its live objects to a file. */
  void dump(Path file) {
    obey("dump\t" + file);
  }

  /** All that it has printed, a sign for each byte. */
  String printed() {
    return printed + read(errors);
  }

  /** The files that it made by itself. */
  List<Path> files() {
    var files = new ArrayList<Path>();
    for (Path folder : List.of(home, temporary)) {
      try (var found = Files.walk(folder)) {
        found.filter(Files::isRegularFile).forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  static String read(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void obey(String command) {
    try {
      commands.write(command + "\n");
      commands.flush();
      for (var line = stdout.readLine(); ; line = stdout.readLine()) {
        if (line == null) {
          throw new IllegalStateException("the functions have ended: " + printed());
        }
        if (line.equals(LambdaMain.DONE)) {
          return;
        }
        printed.append(line).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it, and waits for its end. */
  @Override
  public void close() {
    try {
      commands.close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
