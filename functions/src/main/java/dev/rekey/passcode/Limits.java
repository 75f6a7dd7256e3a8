package dev.rekey.passcode;

import dev.rekey.address.Channel;
import java.time.Duration;

/**
 * What one address, one passcode and one source may cost. The defaults and ceilings are those of
 * the settings.
 *
 * @param resendAfter least time between two sends to one address (contract section 9)
 * @param sendsPerDay most sends to one address in one UTC day
 * @param sendsPerSource of these, most that one source may ask for
 * @param triesPerSource most attempts of one source at one passcode (R14)
 * @param triesByStrangers attempts after which only the source that asked goes on, so that
 *     strangers never use up its tries (R16)
 * @param triesInAll most attempts at one passcode
 */
public record Limits(
    Duration emailPasscodeLife,
    Duration smsPasscodeLife,
    Duration resetTokenLife,
    Duration resendAfter,
    int sendsPerDay,
    int sendsPerSource,
    int triesPerSource,
    int triesByStrangers,
    int triesInAll) {

  /** Misses of one source at one address, over all passcodes, after which it alone is refused. */
  public static final int MISSES_PER_SOURCE = 10;

  /** Consecutive misses at one address, over all passcodes, that shut its recovery (R14, R15). */
  public static final int MISSES_IN_ALL = 50;

  /**
   * A source's misses count in the window of this length in which they are made, and in the next
   * one: so for 30 to 60 days, and on as long as each window brings another. Windows begin at
   * midnight UTC and are the same for everybody.
   */
  public static final Duration MISS_WINDOW = Duration.ofDays(30);

  /** Refused passwords that one reset token lives through. */
  public static final int REFUSALS_PER_TOKEN = 10;

  /** How long an address with misses is remembered after the last of them. */
  public static final Duration GUESSED_AT_MEMORY = Duration.ofDays(400);

  /**
   * How long an address without misses is remembered: its sends of the day and its token lie
   * within.
   */
  public static final Duration QUIET_MEMORY = Duration.ofDays(2);

  /** How long a passcode that is sent over this channel is good. */
  public Duration passcodeLife(Channel channel) {
    return switch (channel) {
      case EMAIL -> emailPasscodeLife;
      case SMS -> smsPasscodeLife;
    };
  }
}
