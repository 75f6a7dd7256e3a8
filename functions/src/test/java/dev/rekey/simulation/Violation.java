package dev.rekey.simulation;

/** Something happened that must never happen. */
final class Violation extends AssertionError {
  private static final long serialVersionUID = 1L;

  Violation(String what) {
    super(what);
  }

  /** Which invariant, and what happened. */
  String what() {
    return String.valueOf(getMessage());
  }

  static void unless(boolean holds, String what) {
    if (!holds) {
      throw new Violation(what);
    }
  }
}
