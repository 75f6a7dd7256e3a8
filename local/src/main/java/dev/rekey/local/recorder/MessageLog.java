package dev.rekey.local.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.rekey.local.wire.Json;
import dev.rekey.local.wire.KeptFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** All messages, oldest first; with a data folder, in a file that only grows. Thread-safe. */
public final class MessageLog {
  private static final String FILE = "messages.jsonl";

  /** Of every line: a message is written with its id first. */
  private static final String BEGIN = "{\"id\":\"";

  private final Optional<Path> file;
  private final List<Message> messages = new ArrayList<>();

  /**
   * Reads what an earlier life kept; a last line that a kill cut short was never answered.
   *
   * @throws dev.rekey.local.RunnerException when the file is broken otherwise; it stays as it is
   */
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
      byte[] bytes = Files.readAllBytes(path);
      int end = 0;
      for (int i = 0; i < bytes.length; i++) {
        end = bytes[i] == '\n' ? i + 1 : end;
      }
      var whole = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString();
      whole.lines().forEach(line -> messages.add(message(line)));
      if (end < bytes.length) {
        dropCut(path, new String(bytes, end, bytes.length - end, UTF_8), end);
      }
    } catch (IOException | RuntimeException e) {
      throw KeptFile.broken(path, e);
    }
  }

  private static Message message(String line) {
    return Objects.requireNonNull(Json.read(line, Message.class), "a message");
  }

  private static void dropCut(Path path, String line, int end) throws IOException {
    if (!line.startsWith(BEGIN) && !BEGIN.startsWith(line)) {
      throw new IllegalArgumentException("no message begins like the last line");
    }
    try (var file = FileChannel.open(path, WRITE)) {
      file.truncate(end);
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
