/**
 * Stands in for the stream mappings of Lambda: polls, filters, batches, retries, remembers how far
 * it came.
 */
@NullMarked
package dev.rekey.local.stream;

import org.jspecify.annotations.NullMarked;
