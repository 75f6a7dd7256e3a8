/**
 * The kit itself: every rule is seen red on a service that breaks it, and green on one that does
 * not.
 */
@NullMarked
package dev.rekey.local.conformance;

import org.jspecify.annotations.NullMarked;
