package dev.rekey.local.conformance;

/** A rule is broken; the message says what was seen. */
final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1;

  Broken(String seen) {
    super(seen);
  }

  /** Throws where a rule does not hold. */
  @SuppressWarnings("AnnotateFormatMethod") // would need a library for its annotation alone
  static void unless(boolean holds, String seen, Object... values) {
    if (!holds) {
      throw new Broken(seen.formatted(values));
    }
  }
}
