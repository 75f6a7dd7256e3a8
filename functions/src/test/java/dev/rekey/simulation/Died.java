package dev.rekey.simulation;

/** The process of a call is no more: an error, so that no rule of the service can catch it. */
final class Died extends Error {
  private static final long serialVersionUID = 1L;

  Died() {
    super("the process died", null, false, false);
  }
}
