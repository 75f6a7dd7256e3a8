package dev.rekey.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.local.contract.ContractPage.Row;
import dev.rekey.local.outside.RunnerUnderTest;
import dev.rekey.local.outside.SharedRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays all vectors; {@code docs/contract.md} is written by what they send and get. */
@ExtendWith(SharedRunner.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ContractTest {
  private static final int VECTORS = 63;
  private static final Path PAGE = Path.of("../docs/contract.md");

  private final RunnerUnderTest runner;
  private final Map<String, Row> rows = new LinkedHashMap<>();

  ContractTest(RunnerUnderTest runner) {
    this.runner = runner;
  }

  static List<Vector> vectors() {
    return Stream.of(
            SendEmailVectors.list(),
            SendSmsVectors.list(),
            PreCheckVectors.list(),
            VerifyVectors.list(),
            VerifyFormVectors.list(),
            LifeVectors.list(),
            ResetVectors.list(),
            EncryptionVectors.list(),
            EveryPostVectors.list(),
            OpenRoutesVectors.list(),
            ClientVectors.list())
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(Vector::whole).thenComparing(Vector::letter))
        .toList();
  }

  @Test
  @Order(1)
  void everyNumberIsThereOnceOrWithLettersFromA() {
    var letters =
        vectors().stream()
            .collect(
                Collectors.groupingBy(
                    Vector::whole, Collectors.mapping(Vector::letter, Collectors.toList())));

    assertThat(letters.keySet())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, VECTORS).boxed().toList());
    assertThat(letters.values()).allMatch(found -> found.equals(lettersFromA(found.size())));
  }

  private static List<String> lettersFromA(int count) {
    return count == 1
        ? List.of("")
        : IntStream.range(0, count).mapToObj(place -> "" + (char) ('a' + place)).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  @Order(2)
  void answers(Vector vector) throws Exception {
    try (var scene = new Scene(runner)) {
      play(vector, scene);
      rows.put(vector.number(), new Row(vector, scene.deciding(), new Placeholders(scene.names())));
    }
  }

  @Test
  @Order(3)
  void thePageSaysWhatTheVectorsSaw() throws Exception {
    assertThat(rows.keySet())
        .as("vectors that passed")
        .containsExactlyElementsOf(vectors().stream().map(Vector::number).toList());
    var page = ContractPage.with(rows.values(), Files.readString(PAGE));
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, page);
    }
    assertSameLines(Files.readAllLines(PAGE), page.lines().toList());
  }

  /** Line by line, because a page is too long for a message. */
  private static void assertSameLines(List<String> shown, List<String> played) {
    for (int line = 0; line < played.size(); line++) {
      assertThat(line < shown.size() ? shown.get(line) : "")
          .as("line %s of docs/contract.md is stale: `make docs` writes it anew", line + 1)
          .isEqualTo(played.get(line));
    }
    assertThat(shown).as("lines of docs/contract.md").hasSameSizeAs(played);
  }

  private static void play(Vector vector, Scene scene) throws Exception {
    try {
      vector.run().on(scene);
    } catch (Exception | AssertionError e) {
      var wire = scene.exchanges().stream().map(Exchange::toString);
      throw new AssertionError(wire.collect(Collectors.joining("\n", vector + ", after\n", "")), e);
    }
  }
}
