package dev.rekey.local.cli;

import dev.rekey.local.cli.preflight.Environment;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which environment of samconfig.toml a command is about; its options are named as SAM's own. */
final class EnvironmentOption {
  @Option(
      names = "--env",
      required = true,
      paramLabel = "ENV",
      description = "the environment of samconfig.toml, such as dev; it names the stack")
  private String name = "";

  @Option(
      names = "--config-file",
      paramLabel = "FILE",
      description = "where it stands; without it: samconfig.toml here")
  private Path file = Path.of("samconfig.toml");

  /** Reads it, or complains. */
  Environment read() {
    return Environment.read(file, name);
  }
}
