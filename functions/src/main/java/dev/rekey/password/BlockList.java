package dev.rekey.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The most used passwords, offline (R28). Kept as the bytes of the file, which is sorted: half a
 * megabyte instead of several as texts. Immutable, thread-safe.
 */
public final class BlockList {
  /** A list with fewer entries is a broken build and is not used. */
  static final int MIN_ENTRIES = 20_000;

  private static final String RESOURCE = "blocked-passwords.txt";

  private final byte[] lines;
  private final int[] ends;

  private BlockList(byte[] lines) {
    this.lines = lines;
    this.ends = IntStream.range(0, lines.length).filter(at -> lines[at] == '\n').toArray();
  }

  /**
   * Reads the list that is part of the artefact.
   *
   * @throws IllegalStateException when it is missing, short or out of order: it never fails open
   *     (invariant 10)
   */
  public static BlockList bundled() {
    try (var stream = BlockList.class.getResourceAsStream(RESOURCE)) {
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("the list of blocked passwords cannot be read", e);
    }
  }

  static BlockList read(@Nullable InputStream stream) throws IOException {
    if (stream == null) {
      throw new IllegalStateException("the list of blocked passwords is missing");
    }
    var list = new BlockList(stream.readAllBytes());
    if (list.size() < MIN_ENTRIES) {
      throw new IllegalStateException(
          "the list of blocked passwords has only " + list.size() + " entries");
    }
    if (!list.isSorted()) {
      throw new IllegalStateException("the list of blocked passwords is out of order");
    }
    return list;
  }

  /** How many passwords are blocked. */
  public int size() {
    return ends.length;
  }

  /** Whether the whole password is on the list, whatever its case and width. */
  public boolean contains(PasswordText password) {
    var wanted = password.folded().getBytes(UTF_8);
    var low = 0;
    var high = ends.length - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      var order =
          Arrays.compareUnsigned(lines, start(middle), ends[middle], wanted, 0, wanted.length);
      if (order == 0) {
        return true;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return false;
  }

  private boolean isSorted() {
    return IntStream.range(1, ends.length)
        .allMatch(line ->
            Arrays.compareUnsigned(
                    lines, start(line - 1), ends[line - 1], lines, start(line), ends[line])
                < 0);
  }

  private int start(int line) {
    return line == 0 ? 0 : ends[line - 1] + 1;
  }
}
