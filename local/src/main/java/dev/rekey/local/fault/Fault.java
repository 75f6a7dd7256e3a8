package dev.rekey.local.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an end does instead of answering at once.
 *
 * @param status what it answers; absent: as usual, only later
 * @param times for how many answers; absent: until it is ended
 * @param delay before the answer
 */
public record Fault(OptionalInt status, OptionalLong times, Optional<Duration> delay) {}
