package dev.rekey.passcode;

import java.time.Instant;
import java.util.Optional;

/**
 * What an operator may see of an address: when and how often, and nothing that opens anything.
 *
 * @param shutSince when its recovery was shut; empty where it is open
 * @param misses consecutive misses, over all passcodes and sources
 * @param sendsToday passcodes asked for in this UTC day
 * @param askedAt the last of all sends
 * @param passcodeUntil when the passcode that is there expires, or expired
 * @param tokenUntil the same of the reset token
 */
public record AddressView(
    Optional<Instant> shutSince,
    long misses,
    long sendsToday,
    Instant askedAt,
    Optional<Instant> passcodeUntil,
    Optional<Instant> tokenUntil) {}
