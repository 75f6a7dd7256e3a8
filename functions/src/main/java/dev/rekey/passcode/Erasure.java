package dev.rekey.passcode;

/** What is left of an address once it was erased. */
public enum Erasure {
  /** Nothing. */
  WHOLE,
  /** Its misses or that it is shut, and the sends of its day: counts under a keyed hash. */
  COUNTS_KEPT
}
