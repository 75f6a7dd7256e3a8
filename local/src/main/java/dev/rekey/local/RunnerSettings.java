package dev.rekey.local;

import dev.rekey.local.aws.AwsSettings;
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
 * @param aws what the functions talk to; absent: what the runner embeds
 * @param overrides variables of the functions that replace those of the template
 */
public record RunnerSettings(
    int port, Optional<Path> data, Optional<AwsSettings> aws, Map<String, String> overrides) {
  private static final int DEFAULT_PORT = 8080;
  private static final Set<String> OF_AWS = Set.of("REKEY_CREATE", "REKEY_ACCOUNT");
  private static final Set<String> OF_EMBEDDED = Set.of("REKEY_DATA");
  private static final Set<String> OF_BOTH = Set.of("REKEY_PORT");

  public RunnerSettings {
    overrides = Map.copyOf(overrides);
  }

  /**
   * Reads the environment.
   *
   * @throws RunnerException with the line for the user
   */
  public static RunnerSettings of(Map<String, String> environment) {
    boolean aws = isAws(environment.getOrDefault("STACK", ""));
    if (aws) {
      refuse(environment, OF_EMBEDDED, "with STACK=aws everything is kept there");
    } else {
      refuse(environment, OF_AWS, "it means something with STACK=aws alone");
    }
    refuse(environment, Set.of("REKEY_DELIVER"), "it tells the two functions of the stream apart");
    var overrides = new TreeMap<String, String>();
    environment.forEach((name, value) -> {
      if (name.startsWith("REKEY_") && !isOwn(name)) {
        overrides.put(name, value);
      }
    });
    return new RunnerSettings(
        port(environment.getOrDefault("REKEY_PORT", "")),
        data(environment.getOrDefault("REKEY_DATA", "")),
        aws ? Optional.of(AwsSettings.of(environment)) : Optional.empty(),
        overrides);
  }

  private static boolean isAws(String stack) {
    if (!stack.isEmpty() && !stack.equals("embedded") && !stack.equals("aws")) {
      throw new RunnerException("STACK must be embedded, aws or left out, not '" + stack + "'");
    }
    return stack.equals("aws");
  }

  private static boolean isOwn(String name) {
    return OF_BOTH.contains(name) || OF_EMBEDDED.contains(name) || OF_AWS.contains(name);
  }

  private static void refuse(Map<String, String> environment, Set<String> names, String reason) {
    for (var name : names) {
      if (environment.containsKey(name)) {
        throw new RunnerException(name + " cannot be set here: " + reason);
      }
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
