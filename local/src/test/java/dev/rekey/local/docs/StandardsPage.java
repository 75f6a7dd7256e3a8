package dev.rekey.local.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code docs/standards.md}: the requirements in our words, and the tests that bear their numbers.
 */
record StandardsPage(List<Requirement> requirements, Map<Integer, List<String>> tests) {
  private static final Pattern TEST =
      Pattern.compile("(?m)^  (?:public )?void ((?:r\\d+_)+(?:invariant\\d+_)?\\w+)\\(");
  private static final Pattern NUMBER = Pattern.compile("\\Gr(\\d+)_");

  private static final String TOP =
      """
      # Standards: each requirement, its tests, and where we stand apart

      The numbers are those of our list of requirements, drawn from OWASP (Forgot Password [FP], Password Storage [PS],
      Serverless [FS], Logging Vocabulary [LV]), ASVS 5.0, NIST SP 800-63B-4 and AWS's well-architected guides. This page is
      written from the names of the tests (`r14_...`) by `make docs`, and a test keeps it so: a requirement without a test
      must say what is missing. What of them shows from outside can be asked of a running service:
      [conformance.md](conformance.md).

      | | requirement | from | tests | apart, or missing |
      | --- | --- | --- | --- | --- |
      """;

  /**
   * One line of the list.
   *
   * @param apart where we stand apart from the standard, or what is missing; may be empty
   */
  record Requirement(int number, String words, String from, String apart) {
    static Requirement parse(String line) {
      var parts = line.split("\\|", -1);
      if (parts.length != 4 || !parts[0].startsWith("R")) {
        throw new IllegalArgumentException("not `number | words | from | apart`: " + line);
      }
      return new Requirement(
          Integer.parseInt(parts[0].substring(1).strip()),
          parts[1].strip(),
          parts[2].strip(),
          parts[3].strip());
    }
  }

  static StandardsPage of(List<String> list, List<Path> sources) {
    var requirements =
        list.stream().filter(it -> !it.startsWith("#")).map(Requirement::parse).toList();
    return new StandardsPage(requirements, tests(sources));
  }

  private static Map<Integer, List<String>> tests(List<Path> sources) {
    var tests = new TreeMap<Integer, List<String>>();
    for (var folder : sources) {
      try (var files = Files.walk(folder)) {
        files
            .filter(it -> it.toString().endsWith("Test.java"))
            .sorted()
            .forEach(it -> add(it, tests));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return tests;
  }

  private static void add(Path file, Map<Integer, List<String>> tests) {
    try {
      String test = file.getFileName().toString().replace(".java", "");
      var found = TEST.matcher(Files.readString(file));
      while (found.find()) {
        var number = NUMBER.matcher(found.group(1));
        while (number.find()) {
          tests
              .computeIfAbsent(Integer.valueOf(number.group(1)), _ -> new ArrayList<>())
              .add(test + "." + found.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> testsOf(Requirement requirement) {
    return tests.getOrDefault(requirement.number(), List.of());
  }

  String write() {
    var page = new StringBuilder(TOP);
    for (var it : requirements) {
      var named = testsOf(it).stream().map(test -> "`" + test + "`").toList();
      page.append("| R").append(it.number());
      page.append(" | ").append(it.words());
      page.append(" | ").append(it.from());
      page.append(" | ").append(named.isEmpty() ? "none" : String.join("<br>", named));
      page.append(" | ").append(it.apart()).append(" |\n");
    }
    return page.toString();
  }
}
