package dev.rekey.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code SECURITY.md}: what it says of tests is so. */
class SecurityPageTest {
  private static final Path PAGE = Path.of("../SECURITY.md");
  private static final List<Path> TESTS =
      List.of(Path.of("../functions/src/test/java"), Path.of("src/test/java"));
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*)\\.(\\w+)`");
  private static final Pattern TEST =
      Pattern.compile("@(?:Test|ParameterizedTest)\\b.*?\\bvoid (\\w+)\\(", Pattern.DOTALL);
  private static final int COLUMNS = 4;

  private static final Set<String> EXISTING = new HashSet<>();
  private static List<String> lines = List.of();

  @BeforeAll
  static void read() throws IOException {
    lines = Files.readAllLines(PAGE);
    for (var folder : TESTS) {
      try (var files = Files.walk(folder)) {
        for (var file : files.filter(it -> it.toString().endsWith("Test.java")).toList()) {
          String type = file.getFileName().toString().replace(".java", "");
          TEST.matcher(Files.readString(file))
              .results()
              .forEach(test -> EXISTING.add(type + "." + test.group(1)));
        }
      }
    }
  }

  @Test
  void everyTestThatIsNamedExists() {
    assertThat(lines.stream().flatMap(SecurityPageTest::named))
        .hasSizeGreaterThan(60)
        .allMatch(EXISTING::contains, "is a test");
  }

  @Test
  void everyThreatHasATest() {
    var rows = lines.stream().filter(it -> it.startsWith("| ")).skip(2).toList();
    assertThat(rows).hasSizeGreaterThan(30);
    assertThat(rows)
        .allSatisfy(row -> {
          var columns = row.substring(2).split(" \\| |\\| | \\|$", -1);
          assertThat(columns).hasSize(COLUMNS + 1);
          assertThat(named(columns[COLUMNS - 1])).isNotEmpty();
        });
  }

  @Test
  void everyPageThatIsLinkedExists() {
    var links = Pattern.compile("\\]\\(([^)#]+)").matcher(String.join("\n", lines)).results();
    assertThat(links.map(link -> link.group(1)))
        .isNotEmpty()
        .allMatch(link -> Files.exists(PAGE.resolveSibling(link)));
  }

  private static Stream<String> named(String text) {
    return NAMED.matcher(text).results().map(it -> it.group(1) + "." + it.group(2));
  }
}
