package dev.rekey.local.wire;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.rekey.local.RunnerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A small text that is replaced as a whole, so that a kill leaves the old one or the new one. */
public final class KeptFile {
  private final @Nullable Path path; // null: nothing is kept
  private @Nullable String inMemory;

  private KeptFile(@Nullable Path path) {
    this.path = path;
  }

  /** A file below the data folder, or memory where there is no folder. */
  public static KeptFile in(Optional<Path> folder, String name) {
    return new KeptFile(folder.map(f -> f.resolve(name)).orElse(null));
  }

  /**
   * What was written last, in this life or an earlier one.
   *
   * @param parse throws whatever it likes where the text is not what was written
   * @throws RunnerException when the file is broken; it stays as it is
   */
  public synchronized <T> Optional<T> read(Function<String, T> parse) {
    if (path == null) {
      return Optional.ofNullable(inMemory).map(parse);
    }
    try {
      return Files.exists(path)
          ? Optional.of(parse.apply(Files.readString(path)))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      throw broken(path, e);
    }
  }

  /** What stops a start where the text of this file is not what was written. */
  public RunnerException broken(Exception cause) {
    return path == null ? new RunnerException("memory is broken", cause) : broken(path, cause);
  }

  /** What stops a start where this file lacks what the rest of the folder hangs on. */
  public RunnerException missing(String what) {
    return new RunnerException(
        "REKEY_DATA: "
            + path
            + " lacks "
            + what
            + ", without which the tables beside it are of no use; put the file back or take"
            + " another folder");
  }

  /** The line for the user; it tells nothing of the text, which may hold keys. */
  public static RunnerException broken(Path path, Exception cause) {
    return new RunnerException(
        "REKEY_DATA: "
            + path
            + " is not as the runner wrote it; it was left as it is: mend it or take another"
            + " folder",
        cause);
  }

  /** Replaces the text. */
  public synchronized void write(String text) {
    inMemory = text;
    if (path == null) {
      return;
    }
    try {
      var next = path.resolveSibling(path.getFileName() + ".next");
      Files.writeString(next, text);
      Files.move(next, path, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
