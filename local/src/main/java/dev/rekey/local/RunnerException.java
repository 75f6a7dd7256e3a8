package dev.rekey.local;

/** The runner cannot start; the message is the one line that the user reads. */
public final class RunnerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RunnerException(String message) {
    super(message);
  }

  public RunnerException(String message, Throwable cause) {
    super(message, cause);
  }
}
