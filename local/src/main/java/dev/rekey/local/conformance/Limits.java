package dev.rekey.local.conformance;

import java.time.Duration;

/**
 * What a service says of itself. The rules hold it to these, and these to the standards.
 *
 * @param callsPerMinute most calls of one source to one step in a minute
 * @param cooldown least time between two sends to one address
 * @param sendsPerDay most sends to one address in a day
 * @param sendsPerSource of these, most that one source may ask for
 * @param triesPerSource most tries of one source at one passcode
 * @param triesByStrangers tries of others that leave the source that asked its own
 * @param missesPerSource most misses of one source at one address, over all passcodes
 * @param missesInAll misses in a row at one address, of everybody, that shut its recovery
 * @param shortestPassword in code points
 * @param longestPassword in code points
 */
public record Limits(
    int callsPerMinute,
    Duration cooldown,
    int sendsPerDay,
    int sendsPerSource,
    int triesPerSource,
    int triesByStrangers,
    int missesPerSource,
    int missesInAll,
    Duration mailLife,
    Duration textLife,
    Duration tokenLife,
    int shortestPassword,
    int longestPassword) {

  /** How long a passcode is good. */
  public Duration passcodeLife(Channel channel) {
    return channel == Channel.MAIL ? mailLife : textLife;
  }
}
