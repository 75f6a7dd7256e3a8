package dev.rekey.local.cli;

import dev.rekey.local.cli.doctor.Finding;
import dev.rekey.local.cli.doctor.Finding.Verdict;
import dev.rekey.local.cli.stack.Plain;
import dev.rekey.local.wire.Json;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

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
      var findings = connection.examine();
      if (rekey.json()) {
        rekey.out().println(Json.text(findings.stream().map(DoctorCommand::json).toList()));
      } else {
        findings.forEach(it -> rekey.out().println(Plain.text(row(it))));
      }
      boolean failed = findings.stream().anyMatch(it -> it.verdict() == Verdict.FAIL);
      return failed ? ExitCode.SOFTWARE : ExitCode.OK;
    }
  }

  private static Object json(Finding finding) {
    return Json.object()
        .put("verdict", word(finding))
        .put("check", finding.check())
        .put("found", finding.found())
        .put("toDo", finding.toDo());
  }

  private static String row(Finding finding) {
    String row = "%-4s  %-15s %s".formatted(word(finding), finding.check(), finding.found());
    return finding.toDo().isEmpty() ? row : row + " -> " + finding.toDo();
  }

  private static String word(Finding finding) {
    return finding.verdict().name().toLowerCase(Locale.ROOT);
  }
}
