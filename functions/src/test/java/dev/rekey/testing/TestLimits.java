package dev.rekey.testing;

import dev.rekey.passcode.Limits;
import java.time.Duration;

/** The limits of an installation that sets none. */
public final class TestLimits {
  public static final Limits DEFAULT =
      new Limits(
          Duration.ofSeconds(300),
          Duration.ofSeconds(60),
          Duration.ofSeconds(300),
          Duration.ofSeconds(60),
          12,
          4,
          5,
          10,
          15);

  private TestLimits() {}
}
