/** The adapter for Rekey's own runner, {@code make run}. */
@NullMarked
package dev.rekey.local.conformance.rekey;

import org.jspecify.annotations.NullMarked;
