package dev.rekey.local.conformance;

/** How a rule ends. */
public sealed interface Verdict {
  record Passed() implements Verdict {}

  /** The rule is broken. */
  record Failed(String seen) implements Verdict {}

  /** The rule could not be asked. */
  record Unasked(String why) implements Verdict {}
}
