package dev.rekey.local.cli.stack;

/** What keeps a command from being done: one line that says what, where, and what to do. */
public final class Complaint extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Complaint(String line) {
    super(line);
  }

  public Complaint(String line, Throwable cause) {
    super(line, cause);
  }
}
