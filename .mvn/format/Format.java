import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Formats every Java file below the given folders, or with {@code --check} only says which ones are
 * not formatted and fails. Run by the build in JDK 25, with google-java-format on the class path.
 */
final class Format {
  private Format() {}

  public static void main(String[] arguments) throws IOException {
    boolean check = arguments[0].equals("--check");
    var options =
        new ArrayList<>(
            check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    for (int i = 1; i < arguments.length; i++) {
      options.addAll(javaFiles(Path.of(arguments[i])));
    }
    var out = new PrintWriter(System.out, true);
    int status =
        ToolProvider.findFirst("google-java-format")
            .orElseThrow()
            .run(out, new PrintWriter(System.err, true), options.toArray(String[]::new));
    if (status != 0) {
      System.err.println("The files above are not formatted: run `make format`.");
      System.exit(status);
    }
  }

  private static List<String> javaFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().toList();
    }
  }
}
