package dev.rekey.local;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings of the runner itself.
 *
 * @param port on 127.0.0.1; 0 for any that is free
 * @param data the folder where everything is kept; absent: all in memory
 * @param overrides variables of the functions that replace those of the template
 */
public record RunnerSettings(int port, Optional<Path> data, Map<String, String> overrides) {
  private static final int DEFAULT_PORT = 8080;
  private static final Set<String> OWN = Set.of("REKEY_PORT", "REKEY_DATA");

  public RunnerSettings {
    overrides = Map.copyOf(overrides);
  }

  /**
   * Reads the environment.
   *
   * @throws RunnerException with the line for the user
   */
  public static RunnerSettings of(Map<String, String> environment) {
    checkStack(environment.getOrDefault("STACK", ""));
    var overrides = new TreeMap<String, String>();
    environment.forEach((name, value) -> {
      if (name.startsWith("REKEY_") && !OWN.contains(name)) {
        overrides.put(name, value);
      }
    });
    refuse(overrides, "REKEY_DELIVER", "tells the two functions of the stream apart");
    refuse(overrides, "REKEY_CREATE", "means something with STACK=aws alone");
    return new RunnerSettings(
        port(environment.getOrDefault("REKEY_PORT", "")),
        data(environment.getOrDefault("REKEY_DATA", "")),
        overrides);
  }

  private static void checkStack(String stack) {
    if (stack.equals("aws")) {
      throw new RunnerException("STACK=aws is not there yet; leave it out to run everything here");
    }
    if (!stack.isEmpty() && !stack.equals("embedded")) {
      throw new RunnerException("STACK must be embedded or left out, not '" + stack + "'");
    }
  }

  private static void refuse(Map<String, String> overrides, String name, String reason) {
    if (overrides.containsKey(name)) {
      throw new RunnerException(name + " cannot be set here: it " + reason);
    }
  }

  private static int port(String text) {
    if (text.isEmpty()) {
      return DEFAULT_PORT;
    }
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new RunnerException("REKEY_PORT must be a port from 0 to 65535, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static Optional<Path> data(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text).toAbsolutePath());
    } catch (InvalidPathException e) {
      throw new RunnerException("REKEY_DATA is not a path: " + text, e);
    }
  }
}
