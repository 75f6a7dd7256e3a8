package dev.rekey.sam;

import dev.rekey.keys.ThrowAwayKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Between the moment at which the files in {@code events/} play and that at which a container
 * lives, whose clock nobody can set.
 *
 * @param now when the event is put, to the second
 */
record SamTime(Instant now) {
  /** When the files play. */
  private static final Instant THEN = ThrowAwayKeys.NOW;

  /** Seconds or milliseconds since the epoch, of the year in which the files play. */
  private static final Pattern MOMENT = Pattern.compile("\\b178[0-9]{7}([0-9]{3})?\\b");

  /** A moment in words, as in what SES tells. */
  private static final Pattern WRITTEN =
      Pattern.compile("\\b20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z\\b");

  private static final Pattern AT = Pattern.compile("\"at\":\"([^\"]+)\"");

  /** How far the clocks of two machines may be apart. */
  private static final Duration APART = Duration.ofSeconds(5);

  /** An event with all of its moments moved to now. */
  String toNow(String event) {
    return WRITTEN
        .matcher(MOMENT.matcher(event).replaceAll(this::moved))
        .replaceAll(moment -> Instant.parse(moment.group()).plus(sinceThen()).toString());
  }

  private String moved(MatchResult moment) {
    long unit = moment.group(1) == null ? 1 : 1_000;
    return Long.toString(Long.parseLong(moment.group()) + sinceThen().toSeconds() * unit);
  }

  private Duration sinceThen() {
    return Duration.between(THEN, now);
  }

  /**
   * What was answered or logged, with its moments as in the files. When a line was written is a
   * little later than the event was put; if it is more than that, it stays another moment.
   */
  String toThen(String text) {
    var then =
        WRITTEN
            .matcher(text)
            .replaceAll(moment -> Instant.parse(moment.group()).minus(sinceThen()).toString());
    return AT.matcher(then)
        .replaceAll(at -> isMeanwhile(Instant.parse(at.group(1))) ? at(THEN) : at.group());
  }

  private static String at(Instant moment) {
    return "\"at\":\"" + moment + "\"";
  }

  /** From the moment of the event until this one, as the files have it. */
  private boolean isMeanwhile(Instant at) {
    var until = THEN.plus(Duration.between(now, Instant.now()));
    return at.isAfter(THEN.minus(APART)) && at.isBefore(until.plus(APART));
  }
}
