/**
 * The files in {@code events/}, replayed through the shipped handlers over real clients of the SDK:
 * an engine of DynamoDB and the other ends of the wire in this process.
 */
@NullMarked
package dev.rekey.events;

import org.jspecify.annotations.NullMarked;
