package dev.rekey.local.silence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The page with the distributions of all answers, drawn. */
final class SilencePage {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 200;
  private static final double SHOWN = 0.99; // the slowest percent would flatten the rest

  private static final String TOP =
      """
      <!doctype html>
      <html lang="en"><meta charset="utf-8"><title>Silence by time</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em }
      table { border-collapse: collapse } td, th { padding: .1em 1em .1em 0; text-align: left }
      td.n { text-align: right } tr.red { color: #c1292e; font-weight: bold }
      svg { width: 100%; height: auto; border: 1px solid #ccc }
      </style>
      <h1>Silence by time</h1>
      <p>How many of the answers (upwards) came within a time (to the right, up to the slowest
      percent), for people who are known, unknown, disabled and unverified, and for those who have an
      account, but not by the way that is asked. Where the lines lie on each other, the time tells
      nothing.</p>
      """;

  private SilencePage() {}

  static String of(Verdict verdict) {
    var page = new StringBuilder(TOP);
    for (var kind : Kind.values()) {
      page.append("<b style=\"color:%s\">&#9632; %s</b>%n".formatted(kind.colour, kind));
    }
    for (var question : Question.values()) {
      page.append(String.format(Locale.ROOT, "<h2>%s</h2>%n", question.title));
      drawing(page, question, verdict.timings());
      table(page, verdict.comparisons().stream().filter(it -> it.question() == question).toList());
    }
    return page.append("</html>\n").toString();
  }

  private static void drawing(StringBuilder page, Question question, Timings timings) {
    double from = Double.MAX_VALUE;
    double to = 0;
    for (var kind : Kind.askedBy(question)) {
      var sorted = sorted(question, kind, timings);
      from = Math.min(from, sorted[0]);
      to = Math.max(to, sorted[(int) ((sorted.length - 1) * SHOWN)]);
    }
    page.append(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\">%n", WIDTH, HEIGHT + 20));
    for (var kind : Kind.askedBy(question)) {
      var sorted = sorted(question, kind, timings);
      page.append(
          String.format(
              Locale.ROOT, "<polyline fill=\"none\" stroke=\"%s\" points=\"", kind.colour));
      for (int i = 0; i < sorted.length * SHOWN; i++) {
        double x = (sorted[i] - from) / (to - from) * WIDTH;
        page.append(
            String.format(Locale.ROOT, "%.1f,%.1f ", x, HEIGHT * (1 - (i + 1.0) / sorted.length)));
      }
      page.append("\"/>\n");
    }
    page.append(
        String.format(
            Locale.ROOT, "<text x=\"0\" y=\"%d\">%.0f &#181;s</text>%n", HEIGHT + 17, from));
    page.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.0f &#181;s</text>%n</svg>%n",
            WIDTH,
            HEIGHT + 17,
            to));
  }

  private static void table(StringBuilder page, List<Comparison> comparisons) {
    page.append("<table><tr><th>one<th>other<th>medians apart<th>p, corrected\n");
    for (var it : comparisons) {
      page.append(
          String.format(
              Locale.ROOT,
              "<tr%s><td>%s<td>%s<td class=\"n\">%+.0f &#181;s<td class=\"n\">%.4f%n",
              it.isRed() ? " class=\"red\"" : "",
              it.one(),
              it.other(),
              it.medianDifference(),
              it.p()));
    }
    page.append("</table>\n");
  }

  private static double[] sorted(Question question, Kind kind, Timings timings) {
    var values = timings.of(question, kind);
    Arrays.sort(values);
    return values;
  }
}
