package dev.rekey.local.conformance;

import dev.rekey.local.conformance.Verdict.Failed;
import dev.rekey.local.conformance.Verdict.Passed;
import dev.rekey.local.conformance.Verdict.Unasked;
import java.io.PrintStream;
import java.util.List;

/** Asks the rules one after the other, and prints a line for each. For one thread. */
final class Report {
  private final PrintStream out;
  private int passed;
  private int failed;
  private int unasked;

  Report(PrintStream out) {
    this.out = out;
  }

  /**
   * Asks all of them.
   *
   * @return whether none is broken
   */
  boolean ask(List<Rule> rules, Probe probe) {
    for (var rule : rules) {
      out.println(line(rule, rule.judge(probe)));
      out.flush();
    }
    out.printf("%d passed, %d failed, %d not asked%n", passed, failed, unasked);
    return failed == 0;
  }

  private String line(Rule rule, Verdict verdict) {
    return switch (verdict) {
      case Passed() -> {
        passed++;
        yield "%-4s passed     %s".formatted(rule.number(), rule.sentence());
      }
      case Failed(var seen) -> {
        failed++;
        yield "%-4s FAILED     %s %s".formatted(rule.number(), rule.sentence(), visible(seen));
      }
      case Unasked(var why) -> {
        unasked++;
        yield "%-4s not asked  %s %s".formatted(rule.number(), rule.sentence(), visible(why));
      }
    };
  }

  /** What a service answered may hold anything. */
  private static String visible(String text) {
    return "(" + text.replaceAll("\\p{Cntrl}", " ") + ")";
  }
}
