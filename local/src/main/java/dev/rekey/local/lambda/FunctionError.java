package dev.rekey.local.lambda;

/** A function threw, ran out of time or answered nothing: what Lambda calls a function error. */
public final class FunctionError extends Exception {
  private static final long serialVersionUID = 1L;

  FunctionError(String message, Throwable cause) {
    super(message, cause);
  }
}
