package dev.rekey.local.aws;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What {@code sam build} uploads: the classes, and the libraries under {@code lib/}. */
final class FunctionsZip {
  private static final Path BUILT = Path.of("../functions/target");

  private FunctionsZip() {}

  static byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files(BUILT.resolve("classes"))) {
        add(zip, BUILT.resolve("classes").relativize(file).toString(), file);
      }
      var libraries = Files.readString(BUILT.resolve("runtime.classpath")).strip();
      for (var library : libraries.split(File.pathSeparator, -1)) {
        add(zip, "lib/" + Path.of(library).getFileName(), Path.of(library));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("functions/ is not built", e);
    }
    return bytes.toByteArray();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
