package dev.rekey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A word that inputs carry where a secret would stand. The kept inputs hold it, so the fuzzer puts
 * it everywhere; where it comes out again, a secret would.
 */
public final class Canary {
  public static final String WORD = "Qu0teD";

  private Canary() {}

  /** Nothing that was sent is told: not to the caller, not to a log, not in an exception. */
  public static void assertNotIn(String told) {
    assertThat(told).doesNotContainIgnoringCase(WORD);
  }
}
