package dev.rekey.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder where a runner keeps everything. One runner at a time; a kill gives it free. */
final class DataFolder implements AutoCloseable {
  private final @Nullable Path path; // null: all in memory
  private final @Nullable FileLock lock; // null with the path

  private DataFolder(@Nullable Path path, @Nullable FileLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes the folder where it is missing and takes it.
   *
   * @throws RunnerException when it is a file, cannot be written or is taken
   */
  static DataFolder open(Optional<Path> folder) {
    if (folder.isEmpty()) {
      return new DataFolder(null, null);
    }
    var path = folder.get();
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new RunnerException("REKEY_DATA must be a folder, but " + path + " is a file");
    }
    try {
      Files.createDirectories(tables(path));
      var lock = FileChannel.open(path.resolve("lock"), CREATE, WRITE).tryLock();
      if (lock == null) {
        throw new RunnerException("REKEY_DATA " + path + " is in use by another runner");
      }
      return new DataFolder(path, lock);
    } catch (IOException e) {
      throw new RunnerException("REKEY_DATA " + path + " cannot be written: " + e, e);
    }
  }

  Optional<Path> path() {
    return Optional.ofNullable(path);
  }

  /** Where DynamoDB Local keeps its tables. */
  Optional<Path> tables() {
    return path().map(DataFolder::tables);
  }

  /** Whether an earlier life kept tables here. */
  boolean hasTables() {
    return tables().filter(DataFolder::holdsTables).isPresent();
  }

  private static Path tables(Path folder) {
    return folder.resolve("dynamodb");
  }

  private static boolean holdsTables(Path folder) {
    try (var files = Files.newDirectoryStream(folder, "*.db")) {
      return files.iterator().hasNext();
    } catch (IOException e) {
      throw new RunnerException("REKEY_DATA " + folder + " cannot be read: " + e, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.acquiredBy().close();
    }
  }
}
