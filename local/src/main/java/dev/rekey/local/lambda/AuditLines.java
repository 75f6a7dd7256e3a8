package dev.rekey.local.lambda;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * The audit lines that the functions print, as CloudWatch Logs would keep them: the last ones, in
 * memory. They are printed as before. Thread-safe.
 */
public final class AuditLines extends OutputStream {
  private static final int KEPT = 10_000;
  private static final String BEGIN = "{\"at\":";

  private final PrintStream console;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Deque<String> lines = new ArrayDeque<>();

  private AuditLines(PrintStream console) {
    this.console = console;
  }

  /** Keeps what is printed from now on, until it is closed. */
  public static AuditLines printed() {
    var lines = new AuditLines(System.out);
    System.setOut(new PrintStream(lines, true, UTF_8));
    return lines;
  }

  /** Those of a subject, oldest first. */
  public List<ObjectNode> of(String subject) {
    return with(line -> line.path("subject").asString("").equals(subject));
  }

  /** Those whose id has this in it, oldest first. */
  public List<ObjectNode> ofReference(String reference) {
    return with(line -> line.path("requestId").asString("").contains(reference));
  }

  private List<ObjectNode> with(Predicate<ObjectNode> wanted) {
    return kept().stream().map(Json::readObject).filter(wanted).toList();
  }

  private synchronized List<String> kept() {
    return List.copyOf(lines);
  }

  @Override
  public synchronized void write(int sign) {
    console.write(sign);
    if (sign == '\n') {
      keep(line.toString(US_ASCII).strip()); // all beyond ASCII is escaped in them
      line.reset();
    } else {
      line.write(sign);
    }
  }

  @Override
  public void flush() {
    console.flush();
  }

  @Override
  public void close() {
    System.setOut(console);
  }

  private void keep(String printed) {
    if (printed.startsWith(BEGIN)) {
      lines.add(printed);
    }
    if (lines.size() > KEPT) {
      lines.removeFirst();
    }
  }
}
