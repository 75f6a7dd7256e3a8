package dev.rekey.local.recorder;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.rekey.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All messages, oldest first; with a data folder, in a file that only grows. Thread-safe. */
public final class MessageLog {
  private static final String FILE = "messages.jsonl";

  private final Optional<Path> file;
  private final List<Message> messages = new ArrayList<>();

  /** Reads what an earlier life kept; a last line that a kill cut short was never answered. */
  public MessageLog(Optional<Path> folder) {
    file = folder.map(f -> f.resolve(FILE));
    file.filter(Files::exists).ifPresent(this::load);
  }

  /** Keeps a message; it is on file when this returns. */
  public synchronized void add(Message message) {
    file.ifPresent(path -> write(path, Json.text(message) + "\n"));
    messages.add(message);
  }

  public synchronized List<Message> all() {
    return List.copyOf(messages);
  }

  /** Forgets the messages that a test picks; the file is replaced as a whole. */
  public synchronized void remove(Predicate<Message> which) {
    messages.removeIf(which);
    file.ifPresent(this::rewrite);
  }

  private void rewrite(Path path) {
    try {
      var next = path.resolveSibling(FILE + ".next");
      Files.write(next, messages.stream().map(Json::text).toList());
      Files.move(next, path, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(Path path) {
    try {
      var text = Files.readString(path);
      int end = text.lastIndexOf('\n') + 1;
      text.substring(0, end).lines().forEach(line -> messages.add(Json.read(line, Message.class)));
      if (end < text.length()) {
        Files.writeString(path, text.substring(0, end));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path path, String line) {
    try {
      Files.writeString(path, line, CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
