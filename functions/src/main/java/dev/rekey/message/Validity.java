package dev.rekey.message;

import java.time.Duration;

/**
 * How long a passcode lives, as people say it: in minutes where that is exact, else in seconds.
 *
 * @param amount of minutes or of seconds
 * @param minutes whether these are minutes
 */
record Validity(long amount, boolean minutes) {

  /** Fractions of a second are cut, so that nobody is promised time that is not there. */
  static Validity of(Duration life) {
    long seconds = life.toSeconds();
    if (seconds < 1) {
      throw new IllegalArgumentException("life must be at least a second");
    }
    return seconds % 60 == 0 ? new Validity(seconds / 60, true) : new Validity(seconds, false);
  }
}
