package dev.rekey.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file in {@code events/}, with that of its answer beside it.
 *
 * @param name folder and file, without the ending; the folder bears the name of the function
 */
public record EventFile(String name) {
  static final Path FOLDER = Path.of("../events");
  static final String ANSWER = ".answer.json";
  private static final String EVENT = ".json";

  /** All of them, in the order of their names. */
  public static List<EventFile> all() throws IOException {
    return files().stream()
        .filter(name -> !name.endsWith(ANSWER))
        .map(name -> new EventFile(name.substring(0, name.length() - EVENT.length())))
        .toList();
  }

  /** Every file in the folder, events and answers. */
  static List<String> files() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** The function that it is for, as the template names it. */
  public String function() {
    return name.split("/", 2)[0];
  }

  /** The event, which need not be JSON. */
  public String event() throws IOException {
    return Files.readString(FOLDER.resolve(name + EVENT), UTF_8);
  }

  /** What {@link Replay} must come to. */
  public JsonNode answer() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(answerFile(), UTF_8));
  }

  Path answerFile() {
    return FOLDER.resolve(name + ANSWER);
  }

  @Override
  public String toString() {
    return name;
  }
}
