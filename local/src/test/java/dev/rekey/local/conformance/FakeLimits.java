package dev.rekey.local.conformance;

import java.time.Duration;

/** The limits of the fake: others than Rekey's, since the kit must be fair to any. */
final class FakeLimits {
  static final Limits LIMITS =
      new Limits(
          60,
          Duration.ofSeconds(60),
          6,
          3,
          3,
          6,
          6,
          18,
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          8,
          128);

  private FakeLimits() {}
}
