package dev.rekey.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks at everything that a stack needs and that a deployment cannot make by itself. */
@Command(
    name = "doctor",
    description = {
      "Check the stack, line by line: ok, warn or fail, and what to do. Changes nothing.",
      "What you may not look at is a warning, and the rest is checked all the same."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Rekey rekey;

  DoctorCommand(Rekey rekey) {
    this.rekey = rekey;
  }

  @Override
  public Integer call() {
    try (var connection = rekey.connect()) {
      return Findings.print(rekey, connection.examine());
    }
  }
}
