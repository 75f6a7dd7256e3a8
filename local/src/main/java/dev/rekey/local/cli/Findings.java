package dev.rekey.local.cli;

import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.check.Finding.Verdict;
import dev.rekey.local.cli.stack.Plain;
import dev.rekey.local.wire.Json;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ExitCode;

/** Findings as a command shows them: a line each, or one array for programs. */
final class Findings {
  private Findings() {}

  /** Prints them; gives the exit code, which tells whether one of them is a fault. */
  static int print(Rekey rekey, List<Finding> findings) {
    if (rekey.json()) {
      rekey.out().println(Json.text(findings.stream().map(Findings::json).toList()));
    } else {
      findings.forEach(it -> rekey.out().println(Plain.text(row(it))));
    }
    boolean failed = findings.stream().anyMatch(it -> it.verdict() == Verdict.FAIL);
    return failed ? ExitCode.SOFTWARE : ExitCode.OK;
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
