package dev.rekey.local.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the page of the contract from what went over the wire. */
final class ContractPage {
  /**
   * A vector as it was played.
   *
   * @param deciding the exchange that it is about
   */
  record Row(Vector vector, Exchange deciding, Placeholders placeholders) {}

  private static final List<String> USUAL =
      List.of("content-type: application/json", "x-authing-app-id: rekey-local-app");
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?i)(x-(authing|genauth)-.*|content-type|accept|accept-language|authorization): .*");
  private static final String TABLE =
      """
      <!-- From here on made by ContractTest; `make docs` writes it anew. -->

      | # | What it shows | Request | Answer |
      | --- | --- | --- | --- |
      """;

  private ContractPage() {}

  /** The page with the table made anew; what stands before the table is kept. */
  static String with(Collection<Row> rows, String page) {
    int start = page.indexOf(TABLE.lines().findFirst().orElseThrow());
    if (start < 0) {
      throw new IllegalArgumentException("docs/contract.md does not say where its table begins");
    }
    var introduction = page.substring(0, start);
    return rows.stream()
        .map(ContractPage::row)
        .collect(Collectors.joining("", introduction + TABLE, ""));
  }

  private static String row(Row row) {
    var exchange = row.deciding();
    var request = new ArrayList<String>();
    request.add(exchange.call());
    request.addAll(headers(exchange.request()));
    if (!exchange.request().body().isEmpty()) {
      request.add(row.placeholders().body(exchange.request().body()));
    }
    var answer =
        List.of("HTTP " + exchange.status(), row.placeholders().body(exchange.answer().body()));
    return "| %s | %s | %s | %s |\n"
        .formatted(row.vector().number(), row.vector().title(), cell(request), cell(answer));
  }

  /** Those that the contract speaks of, unless they are the usual ones. */
  private static List<String> headers(HttpMessage request) {
    var shown =
        request.headers().stream()
            .filter(header -> SHOWN.matcher(header).matches())
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .toList();
    return shown.size() == USUAL.size() && shown.containsAll(USUAL) ? List.of() : shown;
  }

  private static String cell(List<String> lines) {
    return lines.stream()
        .map(line -> "`" + line.replace("|", "\\|") + "`")
        .collect(Collectors.joining("<br>"));
  }
}
