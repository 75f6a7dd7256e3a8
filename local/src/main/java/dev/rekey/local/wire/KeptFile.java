package dev.rekey.local.wire;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

  /** What was written last, in this life or an earlier one. */
  public synchronized Optional<String> read() {
    if (path == null) {
      return Optional.ofNullable(inMemory);
    }
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
