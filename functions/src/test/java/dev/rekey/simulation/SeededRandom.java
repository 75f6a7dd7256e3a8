package dev.rekey.simulation;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Takes the place of a secure source of randomness, and gives the same in each run. */
final class SeededRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient SplittableRandom random;

  SeededRandom(long seed) {
    super(null, null); // or it would seed itself
    random = new SplittableRandom(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }
}
