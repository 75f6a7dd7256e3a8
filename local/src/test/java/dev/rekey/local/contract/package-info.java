/**
 * The conformance vectors of the wire contract (section 8, read with section 9), by number, over
 * HTTP.
 */
@NullMarked
package dev.rekey.local.contract;

import org.jspecify.annotations.NullMarked;
