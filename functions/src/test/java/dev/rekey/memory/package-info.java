/**
 * The ports of the stores in memory: the same guarantees as the tables in DynamoDB, held to the
 * same conformance suite, for tests that are about something else.
 */
@NullMarked
package dev.rekey.memory;

import org.jspecify.annotations.NullMarked;
