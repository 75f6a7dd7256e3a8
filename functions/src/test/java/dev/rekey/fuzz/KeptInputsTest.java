package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The inputs that are kept, without Jazzer: what was found once is never found again. */
class KeptInputsTest {
  private static final Path INPUTS = inputs();

  /** One file; its name tells what it is about. */
  record Kept(Target target, Path file) {
    @Override
    public String toString() {
      return target.title() + "/" + file.getFileName();
    }
  }

  private static Path inputs() {
    try {
      return Path.of(
          Objects.requireNonNull(KeptInputsTest.class.getResource("call")).toURI().resolve("."));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Stream<Kept> all() {
    return Arrays.stream(Target.values()).flatMap(KeptInputsTest::of);
  }

  private static Stream<Kept> of(Target target) {
    return list(INPUTS.resolve(target.title())).map(file -> new Kept(target, file));
  }

  private static Stream<Path> list(Path directory) {
    try (var files = Files.list(directory)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new IllegalStateException("no inputs in " + directory, e);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void keepsItsProperties(Kept kept) throws IOException {
    kept.target().check(new Input(Files.readAllBytes(kept.file())));
  }

  @ParameterizedTest
  @EnumSource
  void everyTargetKeepsItsPropertiesOfNothing(Target target) {
    target.check(new Input(new byte[0]));
  }

  @Test
  void everyDirectoryIsThatOfATarget() {
    assertThat(list(INPUTS).filter(Files::isDirectory).map(it -> it.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Target.values()).map(Target::title).toList());
  }
}
