package dev.rekey.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.docs.ProofsPage.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProofsPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/proofs.md");

  /** R34 is the page's, which is not there yet. */
  private static final List<Integer> NOT_YET = List.of(34);

  private static Stream<Proof> proofs() throws IOException {
    return ProofsPage.read(ROOT.resolve("local/proofs/mutations.toml")).proofs().stream();
  }

  @Test
  void thePageSaysWhatTheListSays() throws IOException {
    String page = new ProofsPage(proofs().toList()).write();
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readAllLines(PAGE))
        .as("docs/proofs.md is stale: `make docs` writes it anew")
        .isEqualTo(page.lines().toList());
  }

  @Test
  void everyPromiseIsBrokenAtLeastOnce() throws IOException {
    var promises =
        Stream.concat(
            IntStream.rangeClosed(1, 10).mapToObj(number -> "invariant-" + number),
            IntStream.rangeClosed(1, 57)
                .filter(number -> !NOT_YET.contains(number))
                .mapToObj(number -> "R" + number));
    assertThat(proofs().flatMap(proof -> proof.promises().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(promises.toList());
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void theChangeStillFitsTheCode(Proof proof) throws IOException {
    assertThat(Files.readString(ROOT.resolve(proof.file()))).containsOnlyOnce(proof.find());
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void theTestExistsAndWasSeenRed(Proof proof) throws IOException {
    assertThat(proof.message()).as("`make prove` records it").isNotBlank();
    if (proof.test().startsWith("make ")) {
      assertThat(Files.readString(ROOT.resolve("Makefile")))
          .contains("\n" + proof.test().substring("make ".length()) + ":");
      return;
    }
    var name = proof.test().split("\\.", 2);
    assertThat(source(name[0])).contains("class " + name[0]);
    assertThat(source(name[0])).contains(name.length == 1 ? name[0] : "void " + name[1] + "(");
  }

  private static String source(String test) throws IOException {
    for (var module : List.of("functions", "local")) {
      try (var files = Files.walk(ROOT.resolve(module + "/src/test/java"))) {
        var found = files.filter(it -> it.endsWith(test + ".java")).findFirst();
        if (found.isPresent()) {
          return Files.readString(found.get());
        }
      }
    }
    throw new AssertionError("no test is called " + test);
  }
}
