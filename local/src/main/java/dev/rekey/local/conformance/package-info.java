/**
 * {@code make conformance}: what can be seen of R1 to R57 from outside, asked of a running service.
 * It speaks HTTP through an adapter and shares no code with the service.
 */
@NullMarked
package dev.rekey.local.conformance;

import org.jspecify.annotations.NullMarked;
