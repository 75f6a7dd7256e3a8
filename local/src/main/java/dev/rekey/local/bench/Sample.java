package dev.rekey.local.bench;

import java.time.Duration;

/**
 * One reset as measured.
 *
 * @param whole from the request for a passcode until the new password is set
 * @param delivery from the answer to that request until the message is recorded
 */
record Sample(Duration whole, Duration delivery) {}
