package dev.rekey.local.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The requests of a client's whole reset, as its source makes them: {@code local/sdks/replayed}.
 * {@code make test-sdks} replays the same files.
 */
record HttpFile(List<Step> steps) {
  private static final Path FOLDER = Path.of("sdks/replayed");
  private static final String EXPECT = "# expect: ";

  /**
   * One request.
   *
   * @param expected statusCode and apiCode of the answer, or {@code flat} for one without envelope
   * @param head method and path, then the headers; without what every connection adds
   * @param body with {@code {{names}}} to fill in
   */
  record Step(String expected, List<String> head, String body) {}

  /** The names of all files. */
  static List<String> names() {
    try (var files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HttpFile read(String name) throws IOException {
    var steps = Files.readString(FOLDER.resolve(name)).split("\n###\n", -1);
    return new HttpFile(Arrays.stream(steps).map(HttpFile::step).toList());
  }

  private static Step step(String text) {
    var parts = text.strip().split("\n\n", 2);
    var expected = only(parts[0].lines().filter(line -> line.startsWith(EXPECT)).toList());
    var lines = parts[0].lines().filter(line -> !line.startsWith("#")).toList();
    var body = parts.length > 1 ? parts[1] : "";
    return new Step(expected.substring(EXPECT.length()), lines, body);
  }

  private static String only(List<String> lines) {
    if (lines.size() != 1) {
      throw new IllegalArgumentException("one line is due, not " + lines);
    }
    return lines.getFirst();
  }
}
