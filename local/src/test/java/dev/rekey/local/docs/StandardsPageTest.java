package dev.rekey.local.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rekey.local.docs.StandardsPage.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardsPageTest {
  private static final Path PAGE = Path.of("../docs/standards.md");
  private static final List<Path> TESTS =
      List.of(Path.of("../functions/src/test/java"), Path.of("src/test/java"));

  @Test
  void thePageSaysWhatTheTestsAreNamed() throws IOException {
    String page = shipped().write();
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readAllLines(PAGE))
        .as("docs/standards.md is stale: `make docs` writes it anew")
        .isEqualTo(page.lines().toList());
  }

  @Test
  void everyRequirementIsListedOnce() throws IOException {
    assertThat(shipped().requirements())
        .extracting(Requirement::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 63).boxed().toList());
  }

  @Test
  void whatHasNoTestSaysWhatIsMissing() throws IOException {
    var page = shipped();
    assertThat(page.requirements())
        .allMatch(it -> !page.testsOf(it).isEmpty() || !it.apart().isEmpty());
    assertThat(page.tests().keySet())
        .as("numbers of tests that are no requirement")
        .allMatch(number -> number >= 1 && number <= 63);
  }

  @Test
  void aTestBearsTheNumbersBeforeItsName(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("SomeTest.java"),
        "  void r3_r12_invariant7_both() {\n  void plain_r4_name() {\n    void r5_inner() {\n");
    var page = StandardsPage.of(List.of("# no line", "R3 | Words. | from |"), List.of(folder));
    assertThat(page.tests())
        .containsOnlyKeys(3, 12)
        .containsEntry(3, List.of("SomeTest.r3_r12_invariant7_both"));
    assertThat(page.write())
        .endsWith("| R3 | Words. | from | `SomeTest.r3_r12_invariant7_both` |  |\n");
  }

  @Test
  void anotherFormIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Requirement.parse("R3 | Words."));
  }

  private static StandardsPage shipped() throws IOException {
    try (var list = StandardsPageTest.class.getResourceAsStream("/standards.txt")) {
      return StandardsPage.of(new String(list.readAllBytes(), UTF_8).lines().toList(), TESTS);
    }
  }
}
